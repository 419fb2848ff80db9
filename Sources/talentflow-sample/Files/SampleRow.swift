/// One row of an export.
struct SampleRow {
  var cells: [String]
  /// Business key across all systems of a dataset.
  var key: String
  /// Decides which version wins.
  var updated: SampleTime
  /// Nil for datasets that the tables do not count, and for refused rows.
  var fact: MarketFact?
  /// Why the row is to be refused; nil for good rows.
  var flaw: Flaw?
}
