import Domain
import Tables
import TestSupport
import Testing

@testable import Stages

@Suite struct OverallTableTests {
  private let layout = TableLayout.test(
    "T1", dimension: nil,
    [.valid, .test("carried", ["carried"], role: .subitem), .test("new", ["new"], role: .subitem)])

  private func stocks(_ now: [Int: Stock], _ previous: [Int: Stock] = [:], _ yearBefore: [Int: Stock] = [:])
    -> OverallTable.Stocks
  {
    OverallTable.Stocks(now: now, previous: previous, yearBefore: yearBefore)
  }

  /// - Parameter city: of the whole city; nil: the region is all of it.
  private func table(
    _ demand: OverallTable.Stocks, _ seekers: OverallTable.Stocks? = nil, city: OverallTable.Stocks? = nil
  ) -> DraftTable {
    let seekers = seekers ?? stocks([:])
    return OverallTable(
      layout: layout, region: .test, demand: demand, seekers: seekers, city: (city ?? demand, seekers)
    ).table()
  }

  @Test func differencesArePlainAndGrowthIsMatched() {
    // Unit 2 reported nothing new before, so growth is that of unit 1 alone: (20 + 90) against (10 + 90).
    let demand = stocks(
      [1: Stock(carried: 20, registered: 90), 2: Stock(carried: 5, registered: 45)],
      [1: Stock(carried: 10, registered: 90), 2: Stock(carried: 20)], [1: Stock(registered: 100)])
    let seekers = stocks([7: Stock(registered: 100)], [7: Stock(registered: 80)], [7: Stock(registered: 50)])
    let table = table(demand, seekers)
    #expect(
      table.csv("valid") == [
        "160", "40", "10.00", "60", "10.00", "100", "20", "25.00", "50", "100.00", "1.60", "0.10", "-0.40",
      ])
    #expect(
      table.csv("carried") == ["25", "-5", "100.00", "25", "[x]", "0", "0", "[x]", "0", "[x]", "[z]", "[z]", "[z]"])
    #expect(table.csv("new").prefix(3) == ["135", "45", "0.00"])
    #expect(table.rows.map(\.key) == ["valid", "carried", "new"])
  }

  @Test func withoutSeekersThereIsNoRatio() {
    let table = table(stocks([1: Stock(registered: 3)]))
    #expect(
      table.csv("valid") == ["3", "[x]", "[x]", "[x]", "[x]", "0", "[x]", "[x]", "[x]", "[x]", "[x]", "[x]", "[x]"])
  }

  /// A site that was first collected now brings a few survivors of the period before: that is no growth.
  @Test func aFirstCollectionIsNoGrowth() {
    let table = table(stocks([1: Stock(registered: 4907)], [1: Stock(registered: 20)], [1: Stock(registered: 600)]))
    #expect(table.csv("valid").prefix(5) == ["4907", "4887", "[x]", "4307", "717.83"])
  }

  /// A unit that registered nothing in this county reported all the same: its 8 of before belong to the comparison.
  @Test func whoReportedIsSaidByTheCity() {
    let county = stocks([1: Stock(registered: 30)], [1: Stock(registered: 20), 2: Stock(registered: 8)])
    let city = stocks(
      [1: Stock(registered: 60), 2: Stock(registered: 9)], [1: Stock(registered: 50), 2: Stock(registered: 12)])
    #expect(table(county, city: city).csv("valid").prefix(3) == ["30", "2", "7.14"])
    #expect(table(county).csv("valid").prefix(3) == ["30", "2", "50.00"])
  }

  @Test func panelIsOfUnitsThatReportedInBothPeriods() {
    let now = [1: Stock(registered: 30), 2: Stock(registered: 5), 3: Stock(carried: 9)]
    let before = [1: Stock(carried: 10, registered: 10), 3: Stock(registered: 4)]
    #expect(ReportingPanel(now: now, before: before).units == [1])
  }
}
