import Domain
import TestSupport
import Testing

@testable import Declarations

@Suite struct MarketTableFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private static let table = """
    table: T2
    title: {zh: 表, en: Table}
    dataset: [postings, seekers]
    section: demand
    by: industry
    rows:
    - {key: a, zh: 甲, en: A}
    - {key: b, zh: 乙, en: B, codes: [A, ""], role: subitem, of: a, dataset: seekers}
    figures:
    - {id: demand, zh: 需求, en: Openings, unit: {zh: 人, en: persons}, swift: valid_openings}
    - {id: demand_share, zh: 比重, en: Share, unit: "%", share: demand}
    - {id: ratio, zh: 求人倍率, en: Ratio, unit: "", swift: ratio_by_occupation}
    audience: public

    """

  private func read(_ old: String = "", _ new: String = "") throws -> TableLayout {
    let text = old.isEmpty ? MarketTableFileTests.table : MarketTableFileTests.table.replacing(old, with: new)
    return try MarketTableFile.read(YAMLMap(file: try folder.write(text, "T2.yaml"), keys: []))
  }

  @Test func readsALayout() throws {
    let layout = try read()
    #expect(layout.form == .groups && layout.dimension == .industry && layout.section == .demand)
    #expect(layout.sides == .demand && layout.ratio == .f3 && !layout.spreadsRest && !layout.hasChanges)
    #expect(layout.columns.map(\.id) == ["demand", "demand_share", "ratio"])
    #expect(layout.share(of: layout.demand)?.id == "demand_share")
    let row = layout.rows[1]
    #expect((row.role, row.parent, row.side, row.codes) == (.subitem, "a", .seekers, ["A", ""]))
    #expect(layout.rows[0].side == nil && layout.rows[0].codes.isEmpty)
  }

  /// A table that does not say who may read it is for the bureau alone.
  @Test func withoutAnAudienceItStaysInTheBureau() throws {
    #expect(try read().audience == .everybody)
    #expect(try read("audience: public\n", "").audience == .bureau)
  }

  @Test(arguments: [
    ("role: subitem", "role: subitm", ErrorCode.wrongValue, "是否应为 subitem?"),
    ("of: a", "of: c", .unknownRow, "of c 不是本表的行"),
    ("dataset: seekers}", "dataset: left}", .wrongValue, "postings seekers"),
    ("zh: 乙, en: B, codes", "zh: 乙, codes", .missingKey, "缺少 en"),
    ("codes:", "cods:", .unknownKey, "是否应为 codes?"), ("by: industry", "by: colour", .wrongValue, "不认识的 by"),
    ("swift: valid_openings", "swift: valid_opening", .unfitMarketFigure, "是否应为 valid_openings?"),
    ("swift: valid_openings", "swift: mismatch", .unfitMarketFigure, "不能用在这种表中"),
    ("share: demand", "share: seekers", .unknownFigure, "由 seekers 算出"),
    ("[postings, seekers]", "archives", .wrongValue, "archives"),
    ("[postings, seekers]", "seekers", .wrongValue, "来自 postings"),
    ("audience: public", "audience: publi", .wrongValue, "是否应为 public?"),
    ("key: b", "key: a", .declaredTwice, "行 a 重复"),
    ("section: demand", "sektion: demand", .unknownKey, "section"), (", unit: \"%\"", "", .missingKey, "缺少 unit"),
  ])
  func mistakesHaveTheirPlace(old: String, new: String, code: ErrorCode, message: String) throws {
    let error = try #require(throws: PipelineError.self) { try read(old, new) }
    #expect(error.code == code && "\(error.message) \(error.remedy)".contains(message), "\(error)")
    #expect(error.place.wholeMatch(of: /.*T2\.yaml:\d+:\d+/) != nil, "\(error.place)")
  }

  /// The shipped ones are of every form, in the order of their numbers.
  @Test func shippedTablesOfEveryForm() throws {
    let tables = try TableFiles(Repository.file("Pipelines/tables")).layouts()
    #expect(tables.map(\.id) == (1...14).map { "T\($0)" } + ["T14-mismatch"])
    let forms: [TableLayout.Form] = [
      .overall, .groups, .groups, .groups, .groups, .ranking(.shortages), .ranking(.surpluses), .groups, .groups,
      .groups, .groups, .groups, .filling, .matching, .matching,
    ]
    #expect(tables.map(\.form) == forms)
    #expect(tables.allSatisfy { $0.audience == .everybody })
    #expect(tables.first(.industries)?.id == "T3" && tables.first(.occupations)?.id == "T5")
  }

  @Test func twoFilesOfOneTableAreRefused() throws {
    try folder.write(MarketTableFileTests.table, "T2.yaml")
    try folder.write(MarketTableFileTests.table, "T3.yaml")
    #expect(
      try #require(throws: PipelineError.self) { try TableFiles(folder.path).layouts() }.code == .declaredTwice)
  }

  /// Tables over other datasets are those of another reader.
  @Test func plainTablesAreNone() throws {
    let plain = "table: T17\nfigures:\n- {id: a, count: \"1\"}\n"
    #expect(try !MarketTableFile.isOne(YAMLMap(file: try folder.write(plain, "T17.yaml"), keys: [])))
    #expect(try TableFiles(folder.path).layouts().isEmpty)
  }
}
