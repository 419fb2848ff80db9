import Domain
import Tables
import Testing

@testable import Stages

@Suite struct RetreatTests {
  private func leaf(_ measure: String, _ part: String, _ region: String = "450600") throws -> Leaf {
    Leaf(try #require(Period("2026Q3")), region, measure, part)
  }

  /// First the row in every region, with what was closed beside what was filled; then its table.
  @Test func fromRowsToTables() throws {
    var retreat = Retreat()
    #expect(!retreat.holds(try leaf("filled", "T13/2")))
    retreat.add([try leaf("filled", "T13/2")], .rows)
    #expect(try ["filled", "closed"].allSatisfy { try retreat.holds(leaf($0, "T13/2", "450602")) })
    #expect(try !retreat.holds(leaf("filled", "T13/3")) && !retreat.holds(leaf("demand", "T13/2")))
    retreat.add([try leaf("filled", "T13/2")], .tables)
    #expect(try retreat.holds(leaf("closed", "T13/3")) && !retreat.holds(leaf("closed", Leaf.total)))
  }
}
