import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct ShortageBaseTests {
  /// A fourth occupation: 3 * 2 openings for 12 seekers a quarter.
  private static let surplus = ShortageMarketRows.Job(
    code: "4-02-05-04", openings: 2, filled: [2, 2, 2], days: [5, 5, 5], suitable: 8, pay: (5000, 5000), seekers: 12)
  private static let jobs = [
    ShortageMarketRows.heavy, ShortageMarketRows.medium, ShortageMarketRows.light, surplus,
  ]

  private func keep(_ report: ShortageReport, _ warehouse: TestWarehouse) throws {
    try warehouse.queue.write { try ShortageStore.save(report, region: "450600", $0) }
  }

  /// Ratios of 2025: 24 / 48 = 0.5, 24 / 20 = 1.2, 36 / (10 + 3 * 6) = 1.2857, 48 / 16 = 3.
  /// Places 0.75, 1.5 and 2.25: 0.5 + 0.75 * 0.7, 1.2 + 0.5 * 0.0857, 1.2857 + 0.25 * 1.7143.
  @Test func quartilesByHand() throws {
    let base = try ShortageMarketRows(ShortageBaseTests.jobs).warehouse().shortages().base
    let wanted = [1.025, (1.2 + 36.0 / 28) / 2, 36.0 / 28 + 0.25 * (3 - 36.0 / 28)]
    #expect(zip(base.quartiles, wanted).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect((base.year, base.units, base.note) == (2025, 4, "首次设定"))
  }

  @Test func theBaseIsFrozenThoughItsYearChanges() throws {
    var warehouse = try ShortageMarketRows(ShortageBaseTests.jobs).warehouse()
    let first = try warehouse.shortages()
    try keep(first, warehouse)
    var rows = ShortageMarketRows([])
    rows.post("late", "4-02-05-04", openings: 500, on: "2025-05-05")
    try warehouse.take(rows.postings)
    let second = try warehouse.shortages()
    #expect(second.base == first.base)
    try keep(second, warehouse)
    #expect(try warehouse.integer("SELECT count(*) FROM shortage_base") == 1)
    // Without the frozen one the quartiles would be others: 524 / 48.
    try warehouse.queue.write { try $0.execute(sql: "DELETE FROM shortage_run; DELETE FROM shortage_base") }
    #expect(try warehouse.shortages().base.quartiles != first.base.quartiles)
  }

  @Test func aNewNoteTakesANewBaseAndKeepsTheOld() throws {
    let warehouse = try ShortageMarketRows(ShortageBaseTests.jobs).warehouse()
    let first = try warehouse.shortages()
    try keep(first, warehouse)
    var other = ShortageMarketRows(ShortageBaseTests.jobs)
    other.post("late", "4-02-05-04", openings: 500, on: "2025-05-05")
    var changed = warehouse
    try changed.take([other.postings[other.postings.count - 1]])
    let second = try changed.shortages(rules: .test(note: "口径调整后重定"))
    #expect(second.base.note == "口径调整后重定" && second.base.quartiles != first.base.quartiles)
    try keep(second, changed)
    #expect(try changed.texts("SELECT note FROM shortage_base ORDER BY id") == ["首次设定", "口径调整后重定"])
    // The new one holds from now on.
    #expect(try changed.shortages(rules: .test(note: "口径调整后重定")).base == second.base)
  }

  @Test func anotherYearNeedsAnotherNote() throws {
    let warehouse = try ShortageMarketRows(ShortageBaseTests.jobs).warehouse()
    try keep(try warehouse.shortages(), warehouse)
    let error = #expect(throws: PipelineError.self) { try warehouse.shortages(rules: .test(year: 2024)) }
    #expect(error?.code == .changedBaseYear && error?.message.contains("2025 改为 2024") == true)
  }

  /// 2023 has nothing, 2024 begins in its third quarter, 2026 has no end yet.
  @Test(arguments: [(2023, "2023Q1"), (2024, "2024Q1"), (2026, "之后")])
  func aYearWithoutDataIsRefused(year: Int, text: String) throws {
    let warehouse = try ShortageMarketRows(ShortageBaseTests.jobs).warehouse()
    let error = #expect(throws: PipelineError.self) { try warehouse.shortages(rules: .test(year: year)) }
    #expect(error?.code == .unfitBaseYear && error?.message.contains(text) == true, "\(error as Any)")
  }

  @Test func aYearWithTooFewUnitsIsRefused() throws {
    let warehouse = try ShortageMarketRows().warehouse()
    let error = #expect(throws: PipelineError.self) { try warehouse.shortages() }
    #expect(error?.code == .unfitBaseYear && error?.message.contains("只有 3 个") == true)
    let alone = try ShortageMarketRows(ShortageBaseTests.jobs).warehouse(hasSeekers: false)
    #expect(throws: PipelineError.self) { try alone.shortages() }
  }
}
