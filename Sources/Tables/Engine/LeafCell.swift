/// Which cell of a leaf: a figure in a period, a place and a row, perhaps in a column of `across`.
struct CellID: Hashable, Sendable {
  var figure: String
  /// Number of the period in the evaluation, 0 the table's own.
  var period: Int
  /// 0 the city, then its counties, then what lies in none of them.
  var place: Int
  var row: String
  var column: String?

  /// How a `Leaf` names row and column.
  var part: String { column.map { "\(row)/\($0)" } ?? row }
}

/// What a leaf is in one cell, and what disclosure control must know of it.
struct LeafCell: Sendable {
  /// The count or sum; for quantiles and durations how much they rest on.
  var value: Double
  /// Of quantiles and durations; nil where there is none.
  var quantiles: [Double?] = []
  var contributors = Contributors()
  /// Rows counted, or different values.
  var rows: Int
  /// Of those; nil where nobody contributes or rows have no key.
  var sketch: RowSketch?
  /// The rows that have the different values; nil where `rows` and `sketch` tell of the rows already.
  var behind: (rows: Int, sketch: RowSketch)?
  /// The key of one of the rows; nil where there is no sketch.
  var witness: String?
  /// What each row adds, where all add the same.
  var each: Double?
}

/// Who stands behind a cell.
struct Contributors: Sendable, Hashable {
  var count = 0
  /// The largest contribution, the second, all.
  var largest = 0.0
  var second = 0.0
  var sum = 0.0

  /// Adds so many contributors who give 1 each.
  mutating func add(ones count: Int) {
    for _ in 0..<min(count, 2) { add(1) }
    self.count += max(count - 2, 0)
    sum += Double(max(count - 2, 0))
  }

  mutating func add(_ contribution: Double) {
    count += 1
    sum += contribution
    if count == 1 || contribution > largest {
      second = count == 1 ? 0 : largest
      largest = contribution
    } else if count == 2 || contribution > second {
      second = contribution
    }
  }
}
