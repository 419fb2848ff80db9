import Domain
import Tables
import TestSupport
import Testing
import Warehouse

@testable import Stages

/// What readers keep of editions, whatever is published later.
@Suite struct VintageTests {
  private let period = Period(unit: .quarter, ordinal: 2026 * 4 + 2)

  private func count(
    _ part: String, _ value: Int, _ standing: DisclosedVintage.Fate = .shown, in region: String = "450600"
  ) -> DisclosedVintage.Count {
    DisclosedVintage.Count(
      region: region, measure: "seekers", part: part, value: value, standing: standing, doubt: (0, 1, 9))
  }

  private func vintage(_ number: Int, _ counts: [DisclosedVintage.Count], isEdition: Bool = true) -> DisclosedVintage {
    DisclosedVintage(
      period: period, number: number, isEdition: isEdition, measures: ["hires", "seekers"], counts: counts,
      sums: [
        .init(total: "450600", parts: ["450602", "rest"]),
        .init(measure: "seekers", total: "total", parts: ["T9/female", "T9/male"]),
        .init(measure: "seekers", total: "total", parts: ["carried", "new"]),
        .init(measure: "seekers", total: "T9/men", parts: ["T9/male"]),
      ])
  }

  @Test func theWarehouseKeepsThem() throws {
    let warehouse = try TestWarehouse()
    let first = vintage(1, [count("T9/female", 4, .hidden), count("T9/male", 40, .unproven), count("total", 44)])
    let second = vintage(2, [count("total", 50, .unprinted)], isEdition: false)
    try warehouse.queue.write { try VintageStore.save([first, second], $0) }
    try warehouse.queue.write { try VintageStore.save([second], $0) }
    let kept = try warehouse.queue.read { try VintageStore.vintages($0, period) }
    #expect(kept == [first, second])
  }

  @Test func dataAreTheSameWhereAllThatIsPrintedIs() {
    let all = vintage(1, [count("total", 44), count("T9/male", 40), count("x", 3, .unprinted)])
    #expect(all.hasData(of: vintage(2, [count("total", 44), count("x", 5, .unprinted)])))
    #expect(!all.hasData(of: vintage(2, [count("total", 45)])))
    #expect(!all.hasData(of: vintage(2, [count("T9/none", 1)])))
  }

  /// Counts have their sums, other names and the unknown rest of what adds up to more.
  @Test func cellsHaveTheirSums() throws {
    let own = vintage(
      3,
      [
        count("total", 44), count("T9/female", 4, .hidden), count("T9/male", 30), count("total", 40, in: "450602"),
      ])
    let cells = try PeriodCells(own, .tables)
    let leaf = Leaf(period, "450600", "seekers", "T9/men")
    #expect(cells.found(leaf)?.leaf == Leaf(period, "450600", "seekers", "T9/male", vintage: 3))
    #expect(cells.found(leaf)?.cell.visibility == .known)
    let system = try cells.builder.system()
    // 44 = 4 + 30 + 10 unknown; the city = 40 + 4 unknown; of what was carried over nothing is known.
    #expect(system.sums.map { $0.parts.map { system.cells[$0].value } } == [[4, 30, 10], [40, 4]])
    #expect(cells.found(Leaf(period, "450600", "seekers", "T9/female"))?.cell.protection?.width == 9)
    // What lacks proof is asked for the doubt that there may be of it, and nothing where there is none.
    var unproven = own
    unproven.lackProof { $0.part == "T9/female" ? (0, 0, 2) : $0.part == "T9/male" ? (0, 0, 0) : nil }
    let lacking = try PeriodCells(unproven, .tables)
    let doubts = ["T9/female", "T9/male"].map { lacking.found(Leaf(period, "450600", "seekers", $0))?.cell }
    #expect(doubts.map { $0?.protection?.width } == [2, nil] && doubts.map { $0?.lacksProof } == [true, true])
    #expect(try PeriodCells(own, .totals).printed.map(\.part) == ["total", "total"])
  }

  private func hires(_ name: String, _ value: Int, isEdition: Bool = true) throws -> PeriodCells {
    let period = try #require(Period(name))
    let count = DisclosedVintage.Count(
      region: "450600", measure: "hires", part: "total", value: value, standing: .hidden, doubt: (0, 0, 1))
    return try PeriodCells(
      DisclosedVintage(
        period: period, number: 1, isEdition: isEdition, measures: ["hires"], counts: [count], sums: []), .tables)
  }

  /// Months and a half-year hang together over a quarter that no edition was made of, whatever became of its data since.
  @Test func editionsAreLinkedOverWhatIsMissing() throws {
    let months = try [("2026M04", 8), ("2026M05", 7), ("2026M06", 5)].map { try hires($0, $1) }
    let others = try months + [hires("2026Q1", 10), hires("2026Q2", 25, isEdition: false)]
    let own = try hires("2026H1", 30)
    let nested = NestedPeriods(own.period, published: Set(others.map(\.period)))
    let system = try PeriodLinks.joined(own, Dictionary(grouping: others, by: \.period), nested).system()
    let sums = system.sums.map { sum in
      (system.cells[sum.total].value, Set(sum.parts.map { system.cells[$0].value }))
    }
    #expect(sums.map(\.0) == [30] && sums.map(\.1) == [[10, 8, 7, 5]])
  }
}
