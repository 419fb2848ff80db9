import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct TemplateTests {
  private let templates: TemplateSet
  private let scratch: TestFolder

  init() throws {
    scratch = try TestFolder()
    templates = try .shipped()
  }

  /// Every tag finds its value in every page, and no part of a template is left unvisited by the fixture.
  @Test func everyTagHasAValue() throws {
    var walker = TagWalker(sources: templates.sources)
    let bulletin = FixtureBulletin.make(hasOutlook: true)
    let tested = try #require(bulletin.outlook)
    let young = FixtureBulletin.make(outlook: FixtureOutlook.untested(tested))
    let shaken = FixtureBulletin.make(outlook: FixtureOutlook.shaken(tested))
    var embargoed = bulletin
    embargoed.embargo = ReleaseHour("2026-10-20 09:00")
    embargoed.calendar = FixtureBulletin.calendar
    var ratioless = FixtureBulletin.make()
    ratioless.regions = ratioless.regions.map {
      RegionReport(
        code: $0.code, name: $0.name, headline: nil, narrative: $0.narrative, keyFigures: $0.keyFigures,
        tables: $0.tables, trend: $0.trend)
    }
    let beside = EditionNeighbours(isListed: true, previous: EditionName(bulletin.period.previous, .zh))
    for language in Language.allCases {
      for bulletin in [
        bulletin, young, shaken, embargoed, FixtureBulletin.make(), ratioless, FixtureRevision.make(of: bulletin),
      ] {
        for page in RegionPage.all(of: bulletin, templates: templates, language: language, beside: beside) {
          walker.walk("bulletin", [page.context])
        }
      }
      for bulletin in [bulletin, young, shaken, embargoed] {
        let outlook = try #require(bulletin.outlook)
        let groups = OutlookGroup.all(in: outlook)
        for group in groups {
          let page = OutlookGroupPage(
            bulletin: bulletin, outlook: outlook, group: group, groups: groups, templates: templates,
            language: language, neighbours: beside)
          walker.walk("outlook-group", [page.context])
        }
      }
    }
    let table = try #require(bulletin.regions[0].tables.first)
    let context = TableContext(texts: templates.texts, language: .zh, region: "450600", revision: nil)
    let around: [String: Any] = ["text": templates.texts.all(.zh), "workbook": "bulletin-2026Q3.xlsx"]
    walker.walk("table", [around, context(table, inWords: .mostlyHidden)])
    walker.walk(
      "table",
      [around, context(table).merging(["zeros": "甲、乙", "hidden": "丙"]) { _, own in own }])
    for catalog in try FixtureCatalog.variants() {
      let beside = CatalogNeighbours(isListed: true)
      let page = CatalogPage(
        catalog: catalog, rules: .test(), templates: templates, neighbours: beside,
        downloads: [("tables/catalog.csv", "目录")])
      walker.walk("catalog", [page.context])
      let methods = CatalogMethodsPage(catalog: catalog, rules: .test(), templates: templates, neighbours: beside)
      walker.walk("catalog-methods", [methods.context])
      for entry in catalog.entries + catalog.outside + catalog.ranking {
        let page = EvidencePage(
          catalog: catalog, entry: entry, rules: .test(), templates: templates, neighbours: beside)
        walker.walk("evidence", [page.context])
      }
    }
    for report in [FixtureNight.full, FixtureNight.quiet] {
      walker.walk("nightly", [NightPage(report: report, templates: templates, folder: "/p/2026-07-05").context])
    }
    try FileManager.default.createDirectory(atPath: scratch.path + "/section", withIntermediateDirectories: true)
    try Data("线索".utf8).write(to: URL(fileURLWithPath: scratch.path + "/section/answers.csv"))
    for (lists, folder) in [(FixtureLists.all, "section"), ([], "none")] {
      let answers = try SectionAnswers(folder: "\(scratch.path)/\(folder)", section: "甲", today: FixtureLists.day)
      let page = SectionLists(
        section: "甲", title: "名单", day: FixtureLists.day, lists: lists, alerts: [:], answers: answers)
      walker.walk("list", [page.context(templates)])
    }
    let licences = PublicList(
      title: "名单", day: FixtureLists.day, heads: ["机构名称", "编号", "等级"], rows: [["甲", "1", ""], ["乙", "2", ""]])
    #expect((licences.context(templates)["heads"] as? [String]) == ["机构名称", "编号"])
    walker.walk("licences", [licences.context(templates)])
    for page in FixtureMatches.pages(templates) { walker.walk("matches", [page.context]) }
    for page in FixtureScorecard.pages(templates) { walker.walk("scorecard", [page.context]) }
    let publisher = try Publisher(templates: .shipped())
    for language in Language.allCases {
      _ = try publisher.publish(bulletin, language: language, to: scratch.path + "/bulletin")
    }
    let list = EditionList(root: scratch.path + "/bulletin", templates: templates)
    walker.walk("reports", [try list.context()])
    let catalogs = try CatalogPublisher(templates: .shipped(), rules: .test())
    _ = try catalogs.publish(final: Period("2026H2")!, to: scratch.path + "/catalog", today: FixtureCatalog.day) {
      try FixtureCatalog.build(edition: $0)
    }
    walker.walk("reports", [try list.context()])
    #expect(walker.missing == [])
    #expect(walker.unvisited == [])
  }

  @Test func everyTextIsUsed() {
    let tags = templates.sources.values.flatMap { TemplateTag.all(in: $0) }
    let named = tags.compactMap { tag -> String? in
      ["text.", "text_en."].first { tag.name.hasPrefix($0) }.map { String(tag.name.dropFirst($0.count)) }
    }
    let heads = (1...14).map { "head_T\($0)" }
    #expect(templates.texts.keys.subtracting(named + heads).subtracting(Texts.known.keys) == [])
  }

  /// What sentences may be filled with is said in one place for all: each of them is in the words that are shipped.
  @Test func everyPlaceIsUsed() {
    for (key, known) in Texts.known.sorted(by: { $0.key < $1.key }) {
      let label = templates.texts.label(key: key)
      let named = [label.zh, label.en].flatMap { TextPlaces.names(in: $0) ?? [] }
      #expect(known.places.subtracting(named) == [] || key.hasPrefix("change_"), "\(key)")
    }
  }

  @Test(arguments: [
    ("texts/bulletin.csv", "缺少文字 “ratio”"), ("bulletin.mustache", "没有文字 “nonsense”"), ("table.mustache", "模板写错"),
    ("charts.mustache", "引用了不存在的模板"), ("style.css", "“<”"), ("reports.mustache", "缺少模板"),
    ("outlook-group.mustache", "缺少模板"), ("catalog.mustache", "缺少模板"), ("sort.js", "“</”"),
  ])
  func spoiltTemplateIsNamed(file: String, message: String) throws {
    let folder = try scratch.templates(changing: file) { text in
      switch file {
      case "texts/bulletin.csv": text.replacing("ratio,求人倍率,Openings per seeker\n", with: "")
      case "bulletin.mustache": text + "\n{{text.nonsense}}"
      case "table.mustache": text + "{{#rows}}"
      case "style.css": text + "</style>"
      case "sort.js": text + "</script>"
      default: nil
      }
    }
    let error = #expect(throws: PipelineError.self) { try TemplateSet(folder: folder) }
    #expect(error?.description.contains(message) == true)
    #expect(error?.remedy.isEmpty == false)
  }

  /// Added to a file of three rows: the error names the line.
  @Test(arguments: [
    ("a,一\n", 4), ("a,,A\n", 4), ("a,一,A\na,二,B\n", 5), ("gap,缺口,Gap\n", 4), ("a,\"一\n二\",A\nb,{x}二,B\n", 6),
    ("a,{一,A\n", 4), ("a,一},A\n", 4), ("a,一,{name}\n", 4),
  ])
  func spoiltTextsAreRefused(rows: String, line: Int) throws {
    let file = "\(Texts.folder)/zz.csv"
    let folder = try scratch.templates(changing: "\(Texts.folder)/bulletin.csv") { $0 }
    try ("key,zh,en\nx,一,A\n\ny,二,B\n".replacing("\n\n", with: "\n") + rows)
      .write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
    let error = #expect(throws: PipelineError.self) { try Texts(templates: folder) }
    #expect(error?.place == "\(folder)/\(file):\(line)", "\(error?.description ?? "")")
  }

  @Test func whatTheProgramFillsIsListed() throws {
    let folder = try scratch.templates(changing: "\(Texts.folder)/bulletin.csv") {
      $0.replacing("side_up,增长{percent}%", with: "side_up,增长{增幅}%")
    }
    let error = #expect(throws: PipelineError.self) { try Texts(templates: folder) }
    #expect(error?.message == "“side_up” 中的 {增幅} 程序不填")
    #expect(error?.remedy == "可写的有 {percent}")
  }

  @Test func filledTextsAreNotReadAgain() {
    #expect(TextPlaces.filled("{a}和{b}。", ["a": "{b}", "b": "乙"]) == "{b}和乙。")
  }

  @Test func textsMayHaveMarkAndCRLF() throws {
    let folder = try scratch.templates(changing: "texts/bulletin.csv") { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
    let texts = try TemplateSet(folder: folder).texts
    #expect(texts(.ratio, .zh) == "求人倍率")
    #expect(texts(.indicatorSource, .en) == "Source")
  }
}
