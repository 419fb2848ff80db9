import Domain
import Tables
import Testing

@testable import Stages

@Suite struct TablesInWordsTests {
  /// What is said for a table of industries with these rows, which city and counties have alike.
  private func sentence(
    _ rows: [(key: String, role: StatRow.Role, value: Cell)], inCounty: Bool = false
  ) throws -> NarrativeText? {
    var bulletin = FixtureBulletin.make()
    let layout = try #require(TableLayout.shipped.first { $0.id == "T3" })
    let table = StatTable(
      id: layout.id, title: layout.title, measures: [],
      rows: rows.map { StatRow(key: $0.key, label: Label(zh: $0.key, en: $0.key), role: $0.role, cells: [$0.value]) },
      note: nil)
    let own = ProtectedTable(shown: table)
    bulletin.regions = bulletin.regions.map {
      RegionReport(
        code: $0.code, name: $0.name, headline: nil, narrative: $0.narrative, keyFigures: $0.keyFigures, tables: [own],
        trend: $0.trend
      )
    }
    return TablesInWords(bulletin).sentence(own, of: bulletin.regions[inCounty ? 1 : 0].code)
  }

  private let nothing = Cell.number(0, decimals: 0)
  private let some = Cell.number(57, decimals: 0)

  @Test func zerosThroughoutAreASentence() throws {
    let rows: [(String, StatRow.Role, Cell)] = [
      ("A", .item, nothing), ("C", .item, nothing), ("other", .none, some), ("total", .total, some),
    ]
    #expect(try sentence(rows) == .undelivered)
    #expect(try sentence(rows, inCounty: true) == .undelivered)
    #expect(
      try sentence([("A", .item, .unavailable), ("other", .none, some), ("total", .total, some)]) == .undelivered)
  }

  @Test func anythingElseIsATable() throws {
    #expect(try sentence([("A", .item, nothing), ("C", .item, some), ("total", .total, some)]) == nil)
    // What is hidden is not nothing.
    #expect(try sentence([("A", .item, nothing), ("C", .item, .suppressed), ("total", .total, some)]) == nil)
  }

  /// Nine of ten, not eight; what could not be computed is no figure.
  @Test func aCountyOfWhichHardlyAnythingIsShownHasASentence() throws {
    let hidden = (1...9).map { ("\($0)", StatRow.Role.item, Cell.suppressed) }
    #expect(try sentence(hidden + [("total", .total, some)], inCounty: true) == .mostlyHidden)
    #expect(try sentence(hidden + [("total", .total, some)]) == nil)
    #expect(try sentence(hidden.dropFirst() + [("total", .total, some)], inCounty: true) == nil)
    #expect(
      try sentence(hidden + [("A", .item, .unavailable), ("total", .total, some)], inCounty: true) == .mostlyHidden)
    #expect(try sentence([("A", .item, some), ("total", .total, some)], inCounty: true) == nil)
  }
}
