/// The rows of a grouped table, written down here once more so that the truth owes nothing to the pipeline's layouts.
struct TableForm: Sendable {
  struct Row: Sendable {
    let key: String
    /// Whether a fact belongs to the row.
    let holds: @Sendable (MarketFact) -> Bool
    /// The row whose count is the base of the share; nil: the total.
    var parent: String?
    /// The only side that the row has; nil: both.
    var side: MarketFact.Side?
    /// Takes a ratio of openings to seekers.
    var hasRatio = true
  }

  enum Ratio: Sendable { case absent, sharingSeekers, sharingDemand }

  let id: String
  let sides: [MarketFact.Side]
  let ratio: Ratio
  /// Facts of no row are spread over the rows in proportion.
  var spreads = false
  let rows: [Row]

  static func name(_ side: MarketFact.Side) -> String { side == .demand ? "demand" : "seekers" }

  var measures: [String] {
    let grouped = sides.flatMap { side in
      ["", "_share", "_share_qoq", "_share_yoy"].map { TableForm.name(side) + $0 }
    }
    return grouped + (ratio == .absent ? [] : ["ratio", "ratio_qoq", "ratio_yoy"])
  }

  /// Rows that hold the facts whose `value` is the given one, by key.
  static func rows<Value: Equatable & Sendable>(
    _ pairs: [(String, Value)], by value: @escaping @Sendable (MarketFact) -> Value
  ) -> [Row] {
    pairs.map { key, wanted in Row(key: key) { value($0) == wanted } }
  }

  /// A row for what says nothing, on one side.
  static func none(_ key: String, _ side: MarketFact.Side, _ holds: @escaping @Sendable (MarketFact) -> Bool) -> Row {
    Row(key: key, holds: holds, side: side, hasRatio: false)
  }

  static let total = Row(key: "total", holds: { _ in true }, hasRatio: false)
}
