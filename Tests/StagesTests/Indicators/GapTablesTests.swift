import Domain
import Testing

@testable import Stages

@Suite struct GapTablesTests {
  private let gaps: GapTables

  init() throws { gaps = GapTables(list: try TestBook.book.list("occupations"), gaps: OccupationGaps(topCount: 2)) }

  private let pairs: [String: (demand: Int, seekers: Int)] = [
    "4-01-02": (30, 10), "4-01-03": (25, 5), "6-01-01": (90, 60), "6-01-02": (5, 5), "6-01-03": (0, 8),
    "6-01-04": (1, 3),
  ]

  @Test func shortagesByGapThenCode() {
    let table = gaps.table(
      .shipped("T6"), .shortages, pairs, unassigned: (20, "T5/none"), demandTotal: 120, region: .test)
    #expect(table.rows.map(\.key) == ["1", "2"])
    // 90 / (60 + 20 * 90 / 120), and 30 / (10 + 20 * 30 / 120) before 25 / (5 + …) of the same gap
    #expect(table.csv("1") == ["6-01-01", "90", "60", "30", "1.20"])
    #expect(table.csv("2") == ["4-01-02", "30", "10", "20", "2.00"])
    #expect(table.rows.map(\.label.zh) == ["6-01-01", "销售人员"])
  }

  @Test func surplusesHaveNegativeGaps() {
    let table = gaps.table(
      .shipped("T7"), .surpluses, pairs, unassigned: (0, "T5/none"), demandTotal: 120, region: .test)
    #expect(table.csv("1") == ["6-01-03", "0", "8", "-8", "0.00"])
    #expect(table.csv("2") == ["6-01-04", "1", "3", "-2", "0.33"])
  }
}
