import Domain

/// One pass over a dataset: one SELECT of which every row is looked at once, for all its leaves in all periods.
struct LeafScan: Sendable {
  /// What puts a row of the dataset in a row of the table.
  enum Rows: Sendable {
    /// Everything is the total.
    case total
    case by(Condition)
    case each(Condition)
  }

  let dataset: DatasetView
  let rows: Rows
  let across: Condition?
  /// What is looked at at all.
  let condition: String?
  /// 其中 rows, in the order of the table.
  let parts: [TableRow]
  let columns: [LeafColumn]
  /// Values of the parameters.
  let binds: [String: String]

  /// Columns before those of the leaves: region, contributor, key, row, column, 其中 rows.
  static let fixed = 5

  /// The SELECT.
  var sql: String {
    let region = dataset.roles.region ?? "NULL"
    var contributor = "NULL"
    if case .field(let name)? = dataset.roles.contributor { contributor = name }
    var (row, from) = ("NULL", dataset.name)
    var parts: [String] = []
    switch rows {
    case .total: break
    case .by(let axis):
      row = LeafColumn.wrapped(axis)
      parts = self.parts.map { part in
        let condition = part.part.map { LeafColumn.wrapped($0.condition) } ?? "0"
        return "(\(row) = \(LeafScan.literal(part.part?.parent ?? "")) AND \(condition)) IS TRUE"
      }
    case .each(let axis):
      row = "each_value.value"
      from += ", json_each(\(axis.sql)) AS each_value"
    }
    let key = dataset.column("entry") == nil ? "NULL" : "entry"
    let fixed = [region, contributor, key, row, across.map(LeafColumn.wrapped) ?? "NULL"]
    return "SELECT \((fixed + parts + columns.flatMap(\.sql)).joined(separator: ",\n  "))\nFROM \(from)"
      + (condition.map { "\nWHERE \($0)" } ?? "")
  }

  private static func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
