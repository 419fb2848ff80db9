import Documents
import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct CatalogPublisherTests {
  private let scratch: TestFolder
  private let publisher: CatalogPublisher
  private let period = Period("2026H2")!
  private let today = Day(year: 2026, month: 11, day: 24)!

  init() throws {
    scratch = try TestFolder()
    publisher = try CatalogPublisher(templates: .shipped(), rules: .test())
  }

  private var root: String { scratch.path + "/catalog" }
  private var drafts: String { scratch.path + "/drafts" }

  private func publish(
    _ kind: CatalogEdition.Kind, on day: Day? = nil, units: [ShortageUnit] = FixtureCatalog.units
  ) throws -> PublishedEdition {
    func make(_ edition: CatalogEdition) throws -> Catalog {
      let catalog = try FixtureCatalog.build(
        CatalogPublisher.answers(of: period, in: drafts), units: units,
        previous: PreviousCatalog.find(
          in: root, before: period, number: edition.kind == .final ? edition.number : Int.max), edition: edition)
      return kind == .draft ? catalog : catalog.protected(for: .everybody, FixtureCatalog.sights)
    }
    return kind == .draft
      ? try publisher.write(draft: period, to: drafts, make: make)
      : try publisher.publish(final: period, to: root, today: day ?? today, make: make)
  }

  @Test func everyVariantIsAWholeEdition() throws {
    for catalog in try FixtureCatalog.variants() {
      let target =
        "\(scratch.path)/edition-\(catalog.edition.folder)-\(catalog.entries.count)-\(catalog.problems.count)"
      try DirectoryPublication(target: target).publish(publisher.files(catalog))
      #expect(try EditionCheck(path: target).problems == [])
      #expect(try EditionCheck(path: "\(target)/\(CatalogPublisher.archive(of: catalog))").problems == [])
      #expect(FileTree.exists("\(target)/\(OpinionForm.path)") == (catalog.edition.kind == .draft))
    }
  }

  /// What titles decide is shown where counts are.
  @Test func evidenceOfTitlesIsNoPublicCount() throws {
    let evidence = TitleEvidence(
      openings: [.given: 20, .high: 40, .medium: 40], titles: [TitleEvidence.Title(text: "维修电工", openings: 31)])
    let unit = FixtureCatalog.unit(
      "6-01-01-04", "电工", level: .medium, mean: 2, points: [2, 2, 2, 2, 2, 2], industries: [("26", 3)],
      evidence: evidence)
    let catalog = try FixtureCatalog.build(units: [unit])
    func page(_ catalog: Catalog) throws -> String {
      let file = try #require(publisher.files(catalog).first { $0.path == EvidencePage.path(of: "6-01-01-04") })
      return String(decoding: file.bytes, as: UTF8.self)
    }
    let draft = try page(catalog)
    #expect(draft.contains("职业怎样定") && draft.contains("维修电工（31）") && draft.contains("40（40%）"))
    #expect(draft.contains("数据依据低一级"))
    let own = CatalogVisibility(hidden: [.counts])
    let all = try page(catalog.protected(for: .everybody, ["6-01-01-04": own]))
    #expect(!all.contains("职业怎样定") && !all.contains("维修电工"))
  }

  @Test func anEqualDraftIsNotWrittenAgain() throws {
    let first = try publish(.draft)
    #expect(first.path.hasSuffix("2026H2/draft-1") && !first.isUnchanged)
    // It names experts and hides nothing.
    for folder in [first.path, "\(drafts)/2026H2"] {
      #expect(try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
    }
    #expect(!FileTree.exists(root))
    #expect(try publish(.draft).isUnchanged)
    // What people put there is no change of the draft, and survives.
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(first.path)/answers-张.csv"))
    let third = try publish(.draft)
    #expect(third.path.hasSuffix("draft-2"))
    #expect(FileTree.exists("\(first.path)/answers-张.csv"))
  }

  @Test func aFinalEditionNeverChanges() throws {
    _ = try publish(.draft)
    let first = try publish(.final)
    #expect(first.path.hasSuffix("2026H2/final-1"))
    let before = try FileTree.files(in: first.path).map(\.bytes)
    // Another day is no other content.
    #expect(try publish(.final, on: Day(year: 2026, month: 12, day: 1)).isUnchanged)
    let next = try publish(
      .final, on: Day(year: 2026, month: 12, day: 1), units: Array(FixtureCatalog.units.dropFirst(2)))
    #expect(next.path.hasSuffix("final-2"))
    #expect(try FileTree.files(in: first.path).map(\.bytes) == before)
    let page = String(decoding: try FileTree.bytes(of: "\(next.path)/index.html"), as: UTF8.self)
    #expect(page.contains("上一版：2026H2 正式第1版") && page.contains("2026年12月1日"))
    #expect(!page.contains("黄某"))
  }

  @Test func aFinalEditionThatWasTouchedIsRefused() throws {
    let first = try publish(.final)
    let path = "\(first.path)/tables/catalog.csv"
    var bytes = try FileTree.bytes(of: path)
    bytes[bytes.count - 3] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: PipelineError.self) { try publish(.final) }
    #expect(error?.description.contains("正式版被改动") == true)
    bytes[bytes.count - 3] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try publish(.final).isUnchanged)
    // A draft may hold answers, a final edition no file more.
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(first.path)/answers-x.csv"))
    #expect(throws: PipelineError.self) { try publish(.final) }
  }

  /// Of an earlier program: it names experts, and its answers would not be taken.
  @Test func aDraftAmongTheFinalEditionsIsRefused() throws {
    try CatalogPublisher.refuseDrafts(in: root, drafts: drafts)
    _ = try publish(.final)
    try CatalogPublisher.refuseDrafts(in: root, drafts: drafts)
    try FileManager.default.createDirectory(atPath: "\(root)/2025H2/draft-3", withIntermediateDirectories: true)
    let error = #expect(throws: PipelineError.self) { try CatalogPublisher.refuseDrafts(in: root, drafts: drafts) }
    #expect(error?.description.contains("TF649") == true && error?.description.contains("\(drafts)/2025H2") == true)
  }

  @Test func theLastEditionIsReadBackFromItsTables() throws {
    _ = try publish(.final)
    let found = try #require(try PreviousCatalog.find(in: root, before: Period("2027H1")!, number: 1))
    #expect(found.edition.name == "2026H2 正式第1版")
    // What could not be assessed is not in it.
    #expect(found.entries.count == FixtureCatalog.units.count - 1 && found.entries["6-17-02-02"] == nil)
    let entry = try #require(found.entries["2-02-07-04"])
    #expect(entry.level == .medium && entry.index == 71 && entry.points[.persistence] == 3)
    // Whose points were hidden has none.
    let hidden = try #require(found.entries["2-02-06-03"])
    #expect(hidden.level == .heavy && hidden.index == nil && hidden.points.isEmpty)
    #expect(found.entries["4-02-07-08"]?.rank == 1 && found.entries["4-02-07-08"]?.level == ShortageLevel.none)
    #expect(try PreviousCatalog.find(in: root, before: period, number: 1) == nil)
    #expect(try PreviousCatalog.find(in: root, before: Period("2026H1")!, number: Int.max) == nil)
  }

  /// Of an edition of the time before disclosure control a public one tells the levels alone.
  @Test func anOpenEditionBeforeIsNotTold() throws {
    _ = try publisher.publish(final: period, to: root, today: today) { try FixtureCatalog.build(edition: $0) }
    let found = try #require(try PreviousCatalog.find(in: root, before: Period("2027H1")!, number: 1))
    #expect(found.entries["2-02-06-03"]?.index == 92 && found.entries["4-02-07-08"]?.rank == 1)
    let entry = try #require(found.told.entries["2-02-06-03"])
    #expect(entry.level == .heavy && entry.index == nil && entry.points.isEmpty)
    #expect(found.told.entries["4-02-07-08"]?.rank == nil)
  }

  /// Counts that stand in no other place of an edition, in a unit of which nothing may be seen and in one without counts.
  @Test(arguments: [CatalogVisibility.nothing, CatalogVisibility(hidden: [.counts])])
  func aPublicEditionHasNoHiddenFigure(sight: CatalogVisibility) throws {
    let unit = CatalogPublisherTests.telling
    let opinion = FixtureCatalog.answers("2-02-06-03,提高,重度紧缺,甲公司要人,E001,2026-11-05")
    let edition = CatalogEdition(period: period, kind: .final, number: 1, date: today)
    let catalog = try FixtureCatalog.build([opinion], units: [unit], edition: edition)
      .protected(for: .everybody, [unit.occupation: sight])
    let figures = [
      "6127", "3461", "5237", "1283", "4409", "1097", "3.97", "24.88", "8171", "8173", "37%", "43%", "61%",
    ]
    let hidden = sight == .nothing ? figures + ["9341", "9349", "9371", "71 天", "机密岗位"] : figures
    for (path, bytes) in try publisher.files(catalog) where !path.hasSuffix(".zip") {
      let text = String(decoding: bytes, as: UTF8.self).replacing(",", with: "")
      // A digest may hold anything.
      guard path.hasSuffix(".html") || path.hasSuffix(".csv") else { continue }
      for figure in hidden + ["黄某", "甲公司", "E001"] { #expect(!text.contains(figure), "\(path): \(figure)") }
      if path.hasPrefix("evidence") { #expect(text.contains("[c]") && text.contains("重度紧缺")) }
    }
    let rows = CSVText.rows(try publisher.files(catalog).first { $0.path == "tables/catalog.csv" }!.bytes)!
    #expect(rows[1].count { $0 == "[c]" } == (sight == .nothing ? 15 : 6), "\(rows[1])")
  }

  private static let telling = ShortageUnit(
    occupation: "2-02-06-03", name: "化工生产工程技术人员", members: [],
    figures: ShortageFigures(
      demand: 6127, seekers: 3461, openings: 5237, employers: 1283,
      values: [.ratio: 3.97, .fillRate: 24.88, .duration: 1.25, .persistence: 7], durationDays: 71, payMedian: 9349,
      payMedianBefore: 8171, closed: 4409, filled: 1097),
    score: ShortageScore(
      points: [.ratio: 3, .fillRate: 3, .duration: 1, .persistence: 2], mean: 2.1, level: .medium, stars: 2,
      types: [.quantity]),
    profile: PostingProfile(
      title: .init(value: "机密岗位", share: 0.37), education: .init(value: "20", share: 0.43),
      titleLevel: .init(value: "0", share: 0.61), skillLevel: nil, major: nil, experience: nil,
      pay: [9341, 9349, 9371], talentShare: 1, industries: [("26", 9)]),
    history: (0..<3).map { step in
      ShortageQuarter(
        period: FixtureCatalog.window[step], demand: 6127 + step, seekers: 3461, ratio: 3.97, payMedian: 8173,
        durationDays: 71)
    })

  /// The bureau's own edition is closed to others, marked in every name, and as frozen as the one it belongs to.
  @Test func theInternalEditionIsClosed() throws {
    let edition = CatalogEdition(period: period, kind: .final, number: 1, date: today)
    func catalog(_ units: [ShortageUnit]) throws -> Catalog {
      try FixtureCatalog.build(units: units, edition: edition)
        .protected(for: .bureau, FixtureCatalog.sights.mapValues { _ in .everything })
    }
    let folder = scratch.path + "/bureau"
    let first = try publisher.publish(internal: catalog(FixtureCatalog.units), to: folder)
    #expect(first.path == "\(folder)/2026H2/final-1" && !first.isUnchanged)
    for path in [folder, first.path] {
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
    }
    let fixed = ["SHA256SUMS", "datapackage.json", "edition.json"]
    #expect(first.files.allSatisfy { fixed.contains($0) || $0.contains("-internal.") }, "\(first.files)")
    let files = try FileTree.files(in: first.path)
    for page in files where page.path.hasSuffix(".html") {
      #expect(String(decoding: page.bytes, as: UTF8.self).contains("内部版"), "\(page.path)")
    }
    #expect(try EditionCheck(path: first.path).problems == [])
    #expect(try publisher.publish(internal: catalog(Array(FixtureCatalog.units.dropFirst(2))), to: folder).isUnchanged)
    #expect(try FileTree.files(in: first.path).map(\.bytes) == files.map(\.bytes))
  }

  /// Names from outside stay text in pages and inert in tables.
  @Test func hostileNamesStayText() throws {
    let name = "=HYPERLINK(\"x\")<script>alert(1)</script>"
    let units = [FixtureCatalog.unit("2-02-06-03", name, level: .heavy, mean: 3, industries: [("26", 1)])]
    for (path, bytes) in try publisher.files(FixtureCatalog.build(units: units)) {
      let text = String(decoding: bytes, as: UTF8.self)
      if path.hasSuffix(".html") { #expect(!text.contains("<script>alert"), "\(path)") }
      if path.hasSuffix(".csv") { #expect(!text.contains(",=HYPER") && !text.contains(",\"=HYPER"), "\(path)") }
    }
  }
}
