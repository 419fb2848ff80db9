import Domain
import Tables
import TestSupport
import Testing

@testable import Stages

@Suite struct GroupedTableTests {
  private func table(
    _ layout: TableLayout, list: CodeList? = nil, now: ([String: Int], [String: Int]),
    before: ([String: Int], [String: Int]) = ([:], [:])
  ) -> DraftTable {
    let grouped = GroupedTable(layout: layout, matcher: RowMatcher(layout, list: list), region: .test)
    let sides = [now, before, ([:], [:])].map { grouped.sides(demand: $0.0, seekers: $0.1) }
    return grouped.table(now: sides[0], previous: sides[1], yearBefore: sides[2])
  }

  @Test func demandOnlyWithShares() {
    let layout = TableLayout.test(sides: .demand, [.test("a", ["1"]), .test("b", ["2"]), .test("total", role: .total)])
    let table = table(layout, now: (["1": 1, "2": 5], [:]), before: (["1": 1, "2": 1], [:]))
    #expect(table.measures.map(\.id) == ["demand", "demand_share", "demand_share_qoq", "demand_share_yoy"])
    #expect(table.csv("a") == ["1", "16.67", "-33.33", "[x]"])
    #expect(table.csv("b") == ["5", "83.33", "33.33", "[x]"])
    #expect(table.csv("total") == ["6", "100.00", "0.00", "[x]"])
  }

  @Test func subitemIsAShareOfItsParent() {
    let layout = TableLayout.test(
      sides: .seekers,
      [
        .test("youth", ["10", "11"]), .test("graduate", ["11"], role: .subitem, parent: "youth"),
        .test("other", ["20"]),
      ])
    let table = table(layout, now: ([:], ["10": 3, "11": 1, "20": 4]))
    #expect(table.csv("youth").prefix(2) == ["4", "50.00"])
    #expect(table.csv("graduate").prefix(2) == ["1", "25.00"])
    #expect(self.table(layout, now: ([:], ["20": 4])).csv("graduate") == ["0", "[x]", "[x]", "[x]"])
  }

  @Test func hierarchyCountsCodesBelow() {
    let list = CodeList(
      id: "x", entries: [CodeList.Entry(code: "C", name: "c"), CodeList.Entry(code: "13", name: "d", parent: "C")])
    let layout = TableLayout.test(sides: .demand, [.test("C", ["C"]), .test("rest", [""])])
    #expect(table(layout, list: list, now: (["13": 2, "C": 1, "": 4], [:])).csv("C").first == "3")
  }

  @Test func unknownIsSpreadInProportion() {
    let layout = TableLayout.test(
      sides: .demand, spreads: true, [.test("a", ["1"]), .test("b", ["2"]), .test("total", role: .total)])
    let table = table(layout, now: (["1": 1, "2": 2, "": 2], [:]))
    // 1 * 5/3 and 2 * 5/3
    #expect(table.csv("a").prefix(2) == ["2", "33.33"])
    #expect(table.csv("b").prefix(2) == ["3", "66.67"])
    #expect(table.csv("total").prefix(2) == ["5", "100.00"])
  }

  private let rows: [TableLayout.Row] = [
    .test("a", ["1"]), .test("b", ["2"]), .test("none", [""], role: .none, side: .seekers),
    .test("unclassified", [""], role: .none, side: .demand), .test("total", role: .total),
  ]

  @Test func f3SharesSeekersWithoutIntention() {
    let table = table(
      .test(ratio: .f3, rows), now: (["1": 30, "2": 80, "": 10], ["1": 10, "": 20]), before: (["1": 30], ["1": 20]))
    #expect(table.csv("a") == ["30", "25.00", "-75.00", "[x]", "10", "33.33", "-66.67", "[x]", "2.00", "0.50", "[x]"])
    #expect(table.csv("b").suffix(3) == ["6.00", "[x]", "[x]"])
    #expect(table.csv("none") == ["[z]", "[z]", "[z]", "[z]", "20", "66.67", "66.67", "[x]", "[z]", "[z]", "[z]"])
    #expect(table.csv("unclassified").prefix(5) == ["10", "8.33", "8.33", "[x]", "[z]"])
    #expect(table.csv("total").suffix(3) == ["[z]", "[z]", "[z]"])
  }

  @Test func f4SharesDemandWithoutRequirement() {
    let table = table(.test(ratio: .f4, rows), now: (["1": 30, "": 50], ["1": 20, "": 180]))
    #expect(table.csv("a").suffix(3) == ["1.75", "[x]", "[x]"])
    #expect(table.csv("b").suffix(3) == ["[z]", "[z]", "[z]"])
  }

  @Test(arguments: [("15", "young"), ("16", "mid"), ("24", "mid"), ("25", "none"), ("", "none"), ("x", "none")])
  func rangesMatchNumbers(text: String, row: String) {
    let layout = TableLayout.test("T", [.test("young", ["1..15"]), .test("mid", ["16..24"])])
    let rows = RowMatcher(layout, list: nil).rows(of: text)
    #expect(rows == (row == "none" ? [] : [row]))
  }
}
