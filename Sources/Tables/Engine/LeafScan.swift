import Domain
import Warehouse

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
  let condition: Condition?
  /// 其中 rows, in the order of the table.
  let parts: [TableRow]
  let columns: [LeafColumn]
  /// Values of the parameters.
  let binds: [String: SQLValue]

  /// Columns before those of the leaves: region, contributor, key, row, column; then the 其中 rows.
  static let fixed = 5

  /// The SELECT.
  var sql: SQLText {
    var sql = SQLText()
    var contributor = "NULL"
    if case .field(let name)? = dataset.roles.contributor { contributor = name }
    let key = dataset.column("entry") == nil ? "NULL" : "entry"
    sql.append("SELECT \(dataset.roles.region ?? "NULL"), \(contributor), \(key), ")
    var from = dataset.name
    switch rows {
    case .total: sql.append("NULL")
    case .by(let axis): sql.append(axis)
    case .each(let axis):
      sql.append("each_value.value")
      // A list field, as its file was checked to say.
      from += ", json_each(\(axis.sql)) AS each_value"
    }
    sql.append(", ")
    if let across { sql.append(across) } else { sql.append("NULL") }
    if case .by(let axis) = rows {
      for row in parts {
        guard let part = row.part else { continue }
        sql.append(",\n  (")
        sql.append(axis)
        sql.append(" = '\(part.parent.replacing("'", with: "''"))' AND ")
        sql.append(part.condition)
        sql.append(") IS TRUE")
      }
    }
    for column in columns {
      sql.append(",\n  ")
      column.append(to: &sql)
    }
    sql.append("\nFROM \(from)")
    if let condition {
      sql.append("\nWHERE ")
      sql.append(condition)
    }
    return sql
  }
}
