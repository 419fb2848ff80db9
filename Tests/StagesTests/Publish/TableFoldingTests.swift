import Domain
import Tables
import Testing

@testable import Stages

@Suite struct TableFoldingTests {
  private func table(_ rows: [(StatRow.Role, [Cell])]) -> ProtectedTable {
    let measures = (0..<(rows.first?.1.count ?? 0)).map {
      Measure(id: "m\($0)", label: Label(zh: "列\($0)", en: ""), unit: Label(zh: "", en: ""))
    }
    return ProtectedTable(
      shown: StatTable(
        id: "T1", title: Label(zh: "", en: ""), measures: measures,
        rows: rows.enumerated().map { number, row in
          StatRow(key: "\(number)", label: Label(zh: "行\(number)", en: ""), role: row.0, cells: row.1)
        }))
  }

  private static let one = Cell.number(1, decimals: 0)
  private static let zero = Cell.number(0, decimals: 0)

  @Test func rowsOfZerosAndOfNothingAreFolded() {
    let folding = TableFolding(
      table([
        (.item, [TableFoldingTests.one, .suppressed]), (.item, [TableFoldingTests.zero, .unavailable]),
        (.subitem, [.suppressed, .notApplicable]), (.none, [.suppressed, .suppressed]),
        (.total, [TableFoldingTests.one, TableFoldingTests.one]),
      ])
    ) { _, _ in false }
    #expect(folding.rows == [0, 3, 4] && folding.zeros == [1] && folding.hidden == [2])
    #expect(folding.columns == [0, 1] && folding.empty.isEmpty)
  }

  /// Only where asked for; a total is a row whatever is hidden of it.
  @Test func rowsWhoseFirstFigureIsHiddenCanBeFolded() {
    let own = table([
      (.item, [.suppressed, TableFoldingTests.one]), (.item, [TableFoldingTests.one, .suppressed]),
      (.none, [.suppressed, .notApplicable]), (.total, [.suppressed, TableFoldingTests.one]),
    ])
    let folding = TableFolding(own, foldsBeheaded: true) { _, _ in false }
    #expect(folding.rows == [1, 3] && folding.beheaded == [0, 2] && folding.hidden.isEmpty)
    #expect(TableFolding(own) { _, _ in false }.beheaded.isEmpty)
    #expect(TableFolding(own, foldsBeheaded: true) { row, column in row == 0 && column == 1 }.beheaded == [2])
    let all = table([(.none, [.suppressed, TableFoldingTests.one])])
    #expect(TableFolding(all, foldsBeheaded: true) { _, _ in false }.rows == [0])
  }

  /// What is not known stays a row: nobody says of it that it may not be published.
  @Test func unknownRowsAreNotCalledHidden() {
    let folding = TableFolding(
      table([(.item, [.unavailable, .unavailable]), (.item, [TableFoldingTests.one, .unavailable])])
    ) { _, _ in false }
    #expect(folding.rows == [0, 1] && folding.hidden.isEmpty)
    #expect(folding.columns == [0] && folding.empty == [1])
  }

  @Test func tableKeepsARowAndAColumn() {
    let folding = TableFolding(table([(.item, [.suppressed, .suppressed])])) { _, _ in false }
    #expect(folding.rows == [0] && folding.columns == [0, 1] && folding.empty.isEmpty)
  }

  @Test func revisedCellsArePrinted() {
    let own = table([(.item, [TableFoldingTests.one, .suppressed]), (.item, [TableFoldingTests.zero, .suppressed])])
    let folding = TableFolding(own) { row, column in row == 1 && column == 1 }
    #expect(folding.rows == [0, 1] && folding.columns == [0, 1])
  }
}
