import Domain
import Testing

@testable import Stages

@Suite struct NestedPeriodsTests {
  private func nested(_ period: String, _ published: String...) throws -> NestedPeriods {
    NestedPeriods(try #require(Period(period)), published: Set(published.compactMap(Period.init)))
  }

  private func wholes(_ nested: NestedPeriods) -> [String] {
    nested.wholes.map { "\($0.whole): \($0.parts.map(\.description).joined(separator: " "))" }
  }

  /// Where nothing lies in it or around it, a period stands alone: other quarters of the year tell nothing.
  @Test func aloneWhereNothingIsNested() throws {
    let own = try nested("2026Q3", "2026Q1", "2026Q2", "2025Q3", "2025M09", "2025")
    #expect(wholes(own) == [] && own.all.map(\.description) == ["2026Q3"])
  }

  /// A half-year less its first quarter is its second, though nobody published that.
  @Test func whatIsMissingIsThereToo() throws {
    let own = try nested("2026H1", "2026Q1")
    #expect(wholes(own) == ["2026H1: 2026Q1 2026Q2"])
    #expect(own.all.map(\.description) == ["2026Q1", "2026H1", "2026Q2"])
  }

  /// Whatever the order: a month after its year knows of all between.
  @Test func aMonthKnowsTheYear() throws {
    let own = try nested("2026M05", "2026", "2026Q1")
    #expect(
      wholes(own) == [
        "2026: 2026H1 2026H2", "2026H1: 2026Q1 2026Q2", "2026Q2: 2026M04 2026M05 2026M06",
      ])
    #expect(!own.all.contains { $0.description == "2026Q3" } && own.all.contains { $0.description == "2026H2" })
  }

  /// A quarter around months that a year lies around.
  @Test func theLongestIsTheTop() throws {
    let own = try nested("2026Q2", "2026M04", "2026M05", "2026M06", "2027")
    #expect(wholes(own) == ["2026Q2: 2026M04 2026M05 2026M06"])
  }
}
