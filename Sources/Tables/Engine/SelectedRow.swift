/// A row of a SELECT while it is looked at.
public protocol SelectedRow {
  func isNull(_ column: Int) -> Bool
  /// True of a BLOB: a person, a home.
  func isOpaque(_ column: Int) -> Bool
  /// Not NULL and not 0.
  func isTrue(_ column: Int) -> Bool
  func double(_ column: Int) -> Double
  func text(_ column: Int) -> String?
  /// Of any value, `RowHash.missing` of NULL.
  func hash(_ column: Int) -> UInt64
}
