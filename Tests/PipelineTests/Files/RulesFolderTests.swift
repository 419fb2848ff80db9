import Domain
import Testing

@testable import Pipeline

@Suite struct RulesFolderTests {
  private let folder: ProjectFolder

  init() throws { folder = try ProjectFolder() }

  private func read(bulletin: String = "bands:\n- {zh: 一, en: one}\n", tables: String) throws -> BulletinRules {
    try folder.write(bulletin, as: "bulletin.yaml")
    try folder.write(tables, as: "tables.yaml")
    return try RulesFolder.read(folder.path)
  }

  private func rows(_ row: String) -> String {
    "tables:\n- id: T2\n  zh: 表\n  en: Table\n  sides: both\n  dimension: industry\n  rows:\n  - {key: a, zh: 甲, en: A}\n  - \(row)\n"
  }

  @Test func readsALayout() throws {
    let rules = try read(
      tables: rows("{key: b, zh: 乙, en: B, codes: [A, \"\"], role: subitem, parent: a, side: seekers}"))
    let layout = try #require(rules.tables.first)
    #expect(
      (layout.id, layout.sides, layout.dimension, layout.ratio, layout.spreadsRest) == (
        "T2", .both, .industry, .absent, false
      ))
    let row = layout.rows[1]
    #expect((row.role, row.parent, row.side, row.codes) == (.subitem, "a", .seekers, ["A", ""]))
    #expect(
      (layout.rows[0].role, layout.rows[0].parent, layout.rows[0].side, layout.rows[0].codes) == (.item, nil, nil, []))
    #expect(rules.topCount == 10)
  }

  @Test(arguments: [
    ("{key: b, zh: 乙, en: B, role: subitm}", 505, "9:34", "是否应为 subitem?"),
    ("{key: b, zh: 乙, en: B, parent: c}", 505, "9:5", "parent c"),
    ("{key: b, zh: 乙, en: B, side: left}", 505, "9:34", "demand seekers both"),
    ("{key: b, zh: 乙}", 504, "9:5", "缺少 en"),
    ("{key: b, zh: 乙, en: B, cods: [A]}", 502, "9:28", "是否应为 codes?"),
  ])
  func errorsNameTheirPlace(row: String, code: Int, place: String, message: String) throws {
    let error = try failure { try read(tables: rows(row)) }
    #expect((error.code, error.place) == (code, "tables.yaml:\(place)"))
    #expect(error.text.contains(message))
  }

  @Test func dimensionMustBeKnown() throws {
    let error = try failure {
      try read(tables: rows("{key: b, zh: 乙, en: B}").replacing("dimension: industry", with: "dimension: colour"))
    }
    #expect((error.code, error.place) == (505, "tables.yaml:6:14"))
  }

  @Test(arguments: [
    "bands:\n- {below: 1.0, zh: 一, en: one}\n", "bands:\n- {zh: 一, en: one}\n- {below: 1.0, zh: 二, en: two}\n",
    "bands:\n- {below: 2, zh: 一, en: one}\n- {below: 1, zh: 二, en: two}\n- {zh: 三, en: three}\n", "bands: []\n",
  ])
  func bandsMustRise(bulletin: String) throws {
    let error = try failure { try read(bulletin: bulletin, tables: "tables: []\n") }
    #expect(error.code == 505)
    #expect(error.text.contains("由小到大"))
  }

  @Test(arguments: [
    (0.5, "求职明显大于需求"), (0.97, "基本平衡"), (1.029, "基本平衡"), (1.03, "总体平衡"), (1.1, "需求略大于供给"), (1.3, "需求大于供给"),
  ])
  func shippedBandsAreThoseOfTheMethods(ratio: Double, word: String) throws {
    #expect(try RulesFolder.read(ProjectFolder.shipped + "/rules").band(ratio)?.zh == word)
  }
}
