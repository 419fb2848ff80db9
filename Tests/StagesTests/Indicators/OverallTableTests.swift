import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct OverallTableTests {
  private let layout = TableLayout.test(
    "T1", dimension: nil,
    [.valid, .test("carried", ["carried"], role: .subitem), .test("new", ["new"], role: .subitem)])

  private func panel(_ now: [Int: Stock], _ previous: [Int: Stock] = [:], _ yearBefore: [Int: Stock] = [:])
    -> OverallTable.Panel
  {
    OverallTable.Panel(now: now, previous: previous, yearBefore: yearBefore)
  }

  @Test func differencesArePlainAndGrowthIsMatched() {
    // Unit 2 reported nothing new before, so growth is that of unit 1 alone: (20 + 90) against (10 + 90).
    let demand = panel(
      [1: Stock(carried: 20, registered: 90), 2: Stock(carried: 5, registered: 45)],
      [1: Stock(carried: 10, registered: 90), 2: Stock(carried: 20)], [1: Stock(registered: 100)])
    let seekers = panel([7: Stock(registered: 100)], [7: Stock(registered: 80)], [7: Stock(registered: 50)])
    let table = OverallTable(layout: layout, region: .test, demand: demand, seekers: seekers).table()
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
    let table = OverallTable(
      layout: layout, region: .test, demand: panel([1: Stock(registered: 3)]), seekers: panel([:])
    ).table()
    #expect(
      table.csv("valid") == ["3", "[x]", "[x]", "[x]", "[x]", "0", "[x]", "[x]", "[x]", "[x]", "[x]", "[x]", "[x]"])
  }

  /// A site that was first collected now brings a few survivors of the period before: that is no growth.
  @Test func aFirstCollectionIsNoGrowth() {
    let table = OverallTable(
      layout: layout, region: .test,
      demand: panel([1: Stock(registered: 4907)], [1: Stock(registered: 20)], [1: Stock(registered: 600)]),
      seekers: panel([:])
    ).table()
    #expect(table.csv("valid").prefix(5) == ["4907", "4887", "[x]", "4307", "717.83"])
    let change = PanelChange(
      demand: ([1: Stock(registered: 4907)], [1: Stock(registered: 20)]), seekers: ([:], [:]))
    #expect(change.demand == nil && change.units == 0)
  }

  @Test func panelIsOfUnitsThatReportedInBothPeriods() {
    let now = [1: Stock(registered: 30), 2: Stock(registered: 5), 3: Stock(carried: 9)]
    let before = [1: Stock(carried: 10, registered: 10), 3: Stock(registered: 4)]
    let change = PanelChange(demand: (now, before), seekers: ([:], [:]))
    #expect(change.units == 1)
    #expect(change.demand?.difference == 10)
    #expect(change.demand?.growth.csv == "50.00")
    #expect(change.seekers?.difference == nil)
  }
}
