import Domain
import Tables
import Testing

@testable import Stages

@Suite struct UndeliveredTablesTests {
  /// A bulletin whose city has these rows in a table of industries.
  private func isTold(_ rows: [(key: String, role: StatRow.Role, value: Cell)]) throws -> Bool {
    var bulletin = FixtureBulletin.make()
    let layout = try #require(TableLayout.shipped.first { $0.id == "T3" })
    let table = StatTable(
      id: layout.id, title: layout.title, measures: [],
      rows: rows.map { StatRow(key: $0.key, label: Label(zh: $0.key, en: $0.key), role: $0.role, cells: [$0.value]) },
      note: nil)
    let own = ProtectedTable(shown: table)
    bulletin.regions = bulletin.regions.map {
      RegionReport(
        code: $0.code, name: $0.name, narrative: $0.narrative, keyFigures: $0.keyFigures, tables: [own], trend: $0.trend
      )
    }
    return UndeliveredTables(bulletin).contains(own)
  }

  private let nothing = Cell.number(0, decimals: 0)
  private let some = Cell.number(57, decimals: 0)

  @Test func zerosThroughoutAreASentence() throws {
    #expect(
      try isTold([("A", .item, nothing), ("C", .item, nothing), ("other", .none, some), ("total", .total, some)]))
    #expect(try isTold([("A", .item, .unavailable), ("other", .none, some), ("total", .total, some)]))
  }

  @Test func anythingElseIsATable() throws {
    #expect(try !isTold([("A", .item, nothing), ("C", .item, some), ("total", .total, some)]))
    // What is hidden is not nothing.
    #expect(try !isTold([("A", .item, nothing), ("C", .item, .suppressed), ("total", .total, some)]))
  }
}
