/// A count that a table of the bulletin shows, or that follows from such counts.
struct MarketCell: Hashable, Sendable {
  enum Measure: String, Sendable { case demand, seekers, closed, filled, hires }

  /// GB/T 2260 code; `rest` for what of the city lies in no county.
  let region: String
  let measure: Measure
  /// `total`, `new`, `carried`, a row (`T5/4`), or a part of a dimension (`occupation:2-02-06`).
  let part: String

  init(_ region: String, _ measure: Measure, _ part: String = MarketCell.total) {
    self.region = region
    self.measure = measure
    self.part = part
  }

  static let total = "total"
  static let rest = "rest"

  /// The part that a row of a table shows.
  static func row(_ table: String, _ key: String) -> String { "\(table)/\(key)" }

  /// The part that a 小类 of occupations is.
  static func minorGroup(_ code: String) -> String { "\(MarketCell.occupation):\(code)" }

  static let occupation = "occupation"
}
