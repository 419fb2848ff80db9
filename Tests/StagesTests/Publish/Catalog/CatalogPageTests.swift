import Domain
import Testing

@testable import Stages

/// What the page of a catalog shows, and to whom.
@Suite struct CatalogPageTests {
  private let templates: TemplateSet
  private let final = CatalogEdition(period: Period("2026H2")!, kind: .final, number: 1, date: FixtureCatalog.day)

  init() throws { templates = try .shipped() }

  private func page(_ catalog: Catalog) -> String {
    let page = CatalogPage(catalog: catalog, rules: .test(), templates: templates, neighbours: .init(), downloads: [])
    return String(decoding: templates.render(.catalog, page.context), as: UTF8.self)
  }

  /// The texts between every `start` and the next `end`.
  private func pieces(_ text: String, from start: String, to end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
  }

  @Test(
    arguments: [
      ([], "没有职业列入目录"), ([.medium], "1 个职业列入目录，没有重度紧缺"),
      ([.heavy, .light, .heavy], "3 个职业列入目录，其中重度紧缺 2 个：甲1、甲3"),
      ([.heavy, .heavy, .heavy, .heavy], "4 个职业列入目录，其中重度紧缺 4 个：甲1、甲2、甲3等"),
    ] as [([ShortageLevel], String)])
  func theHeadingNamesTheScarcest(levels: [ShortageLevel], heading: String) throws {
    let units = zip(1..., levels).map { number, level in
      FixtureCatalog.unit("2-02-0\(number)-01", "甲\(number)", level: level, mean: 2, industries: [("26", 9)])
    }
    let text = try page(FixtureCatalog.build(units: units))
    #expect(text.contains("<h2 id=\"summary-title\" class=\"headline\">\(heading)</h2>"))
    #expect(text.contains("没有符合条件的职业。") == levels.isEmpty)
  }

  /// One table, a body with a band an industry, and as many cells a row as columns: ten where counts may be seen.
  @Test func oneTableHasAGroupAnIndustry() throws {
    let draft = try FixtureCatalog.build()
    let open = try FixtureCatalog.build(edition: final).protected(for: .everybody, FixtureCatalog.sights)
    for (catalog, columns, names) in [(draft, 10, ["化工", "国际医学开放"]), (open, 7, ["化工"])] {
      let text = page(catalog)
      let tables = pieces(text, from: "<table class=\"sortable entries found\"", to: "</table>")
      let table = try #require(tables.first)
      let bodies = pieces(table, from: "<tbody>", to: "</tbody>")
      let industries = catalog.entries.map(\.industry)
      #expect(tables.count == 1 && bodies.count == names.count)
      #expect(
        pieces(table, from: "<thead>", to: "</thead>")[0].components(separatedBy: "<th scope").count - 1 == columns)
      for (body, industry) in zip(bodies, names) {
        let count = industries.count { $0 == industry }
        #expect(body.contains("<th colspan=\"\(columns)\" scope=\"rowgroup\">\(industry) · \(count) 个职业</th>"))
        let rows = body.components(separatedBy: "<tr>").dropFirst()
        #expect(rows.count == count)
        for row in rows {
          #expect(row.components(separatedBy: "<td").count == columns, "\(row)")
          // Cards on a phone have no other heads.
          #expect(row.components(separatedBy: "data-label=").count == columns, "\(row)")
        }
      }
    }
  }

  /// The scale of the dots is that of those whom the reader may see.
  @Test func dotsAreDrawnWhereCountsMayBeSeen() throws {
    let catalog = try FixtureCatalog.build(units: FixtureCatalog.ranked(3), edition: final)
    let hidden = catalog.ranking[2]
    #expect(hidden.unit.figures.demand == 63)
    let sights = Dictionary(
      uniqueKeysWithValues: catalog.ranking.map {
        ($0.unit.occupation, CatalogVisibility(hidden: $0.unit.occupation == hidden.unit.occupation ? [.counts] : []))
      })
    let rows = pieces(page(catalog.protected(for: .bureau, sights)), from: "<tr><th scope=\"row\">", to: "</tr>")
    #expect(rows.count == 3 && rows.map { $0.contains("class=\"chart dumbbell\"") } == [true, true, false])
    // 62, the most that is shown, stands at the right end; 63 would have moved it.
    #expect(rows[1].contains("<circle cx=\"376.0\"") && rows[1].contains("需求 62，求职 20"))
    #expect(rows[2].contains("[c]") && !rows[2].contains("63"))
    let all = page(catalog.protected(for: .everybody, sights.mapValues { _ in CatalogVisibility(hidden: [.counts]) }))
    #expect(!all.contains("class=\"chart dumbbell\"") && all.components(separatedBy: "class=\"index\"").count - 1 == 3)
    #expect(!all.contains("[c]"))
  }

  /// An index that is hidden is not drawn either, and only then the signs are explained.
  @Test func hiddenPointsAreNotDrawn() throws {
    let catalog = try FixtureCatalog.build(units: FixtureCatalog.ranked(2), edition: final)
    let sights = [catalog.ranking[0].unit.occupation: CatalogVisibility(hidden: [.counts, .points])]
    let text = page(
      catalog.protected(
        for: .everybody, sights.merging([catalog.ranking[1].unit.occupation: .init(hidden: [.counts])]) { $1 }))
    let rows = pieces(text, from: "<tr><th scope=\"row\">", to: "</tr>")
    #expect(rows.map { $0.contains("class=\"index\"") } == [true, false] && rows[1].contains("<strong>[c]</strong>"))
    #expect(text.contains("“[c]” 为不公布"))
  }

  @Test(arguments: [15, 17]) func aLongRankingIsFolded(count: Int) throws {
    let text = try page(FixtureCatalog.build(units: FixtureCatalog.ranked(count)))
    let open = text.components(separatedBy: "<details>")
    #expect(open.count == (count > 15 ? 2 : 1))
    #expect(pieces(open[0], from: "<span class=\"rank\">", to: "<").last == "15")
    if count > 15 {
      #expect(open[1].contains("其余 2 个：轻度紧缺 2 个</summary>"))
      #expect(pieces(open[1], from: "<span class=\"rank\">", to: "<") == ["16", "17"])
    }
  }

  /// What the table leaves out stands on the page of the entry.
  @Test func theRestStandsOnThePageOfTheEntry() throws {
    let catalog = try FixtureCatalog.build(previous: FixtureCatalog.previous)
    let entry = try #require(catalog.entries.first { $0.unit.occupation == "2-02-06-03" })
    let context = EvidencePage(
      catalog: catalog, entry: entry, rules: .test(), templates: templates, neighbours: .init()
    ).context
    let text = String(decoding: templates.render(.evidence, context), as: UTF8.self)
    for part in ["5 星", "中度紧缺，上调", "<dt>专业</dt>", "<dt>职称/技能等级</dt>", "数据依据：6/6 项指标", "<dt>预测缺口</dt>"] {
      #expect(text.contains(part), "\(part)")
    }
    let open = catalog.protected(for: .everybody, FixtureCatalog.sights)
    let own = EvidencePage(catalog: open, entry: entry, rules: .test(), templates: templates, neighbours: .init())
      .context
    #expect(!String(decoding: templates.render(.evidence, own), as: UTF8.self).contains("<dt>预测缺口</dt>"))
  }
}
