import Domain
import Warehouse

/// What one table counts of one dataset, by one axis, in one pass.
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

  /// Scans with equal ones can be made in one pass.
  var source: Source {
    var each: String?
    if case .each(let axis) = rows { each = axis.sql }
    return Source(
      dataset: dataset.name, each: each, condition: condition?.sql, start: binds["start"], end: binds["end"])
  }

  struct Source: Hashable {
    let dataset: String
    let each: String?
    let condition: String?
    /// Where the rows of the dataset depend on the period.
    let start: SQLValue?
    let end: SQLValue?
  }
}
