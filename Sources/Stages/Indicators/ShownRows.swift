import Domain
import Tables

/// The rows of a table that a sentence may name, by a figure that is shown of each. Nothing here knows a hidden figure,
/// so that no choice among them can tell of one.
struct ShownRows {
  struct Row {
    let key: String
    let label: Label
    let value: Double
  }

  /// The greatest first; equal ones in the order of the table.
  let rows: [Row]
  /// Whether a row of the same kind has its figure hidden.
  let isPartial: Bool
  /// Percent that no shown row holds, where the figure is a share of all.
  private let rest: Double

  /// - Parameters:
  ///   - column: of numbers.
  ///   - others: rows that are of another kind than the rest.
  init(_ table: ProtectedTable, _ column: TableLayout.Column, without others: Set<String> = []) {
    let items = table.rows.filter { $0.role == .item && !others.contains($0.key) }
    let shown = items.compactMap { row in
      table.cell(row.key, column.id)?.value.map { Row(key: row.key, label: row.label, value: $0) }
    }
    self.init(
      shown, isPartial: items.contains { table.cell($0.key, column.id) == .suppressed },
      rest: 100
        - table.rows.filter { [.item, .none, .unknown].contains($0.role) }
        .reduce(0) { $0 + (table.cell($1.key, column.id)?.value ?? 0) })
  }

  /// - Parameter shown: in their usual order.
  init(_ shown: [Row], isPartial: Bool, rest: Double = 100) {
    // `sorted` is not promised to be stable.
    rows = shown.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(\.element)
    self.isPartial = isPartial
    self.rest = rest
  }

  /// Whether the first `count` rows by share have a hidden one before them perhaps.
  func mayLack(amongFirst count: Int) -> Bool {
    isPartial && rows.prefix(count).last.map { rest >= $0.value } ?? true
  }

  /// All rows of the greatest value, and all of the least; nil where all are equal or there are none.
  var extremes: (highest: [Row], lowest: [Row])? {
    guard let high = rows.first?.value, let low = rows.last?.value, high != low else { return nil }
    return (rows.filter { $0.value == high }, rows.filter { $0.value == low })
  }
}

extension Texts {
  /// Rows of one ratio: 「港口区、东兴市（1.59）」.
  func ratio(of rows: [ShownRows.Row]) -> Label {
    let ratio = rows.first.map { Narrative.unsigned($0.value) } ?? Texts.none
    return label(.namedRatio, ["names": list(rows.map(\.label)), "ratio": ratio])
  }
}
