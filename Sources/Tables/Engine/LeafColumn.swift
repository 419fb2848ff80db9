import Domain

/// One leaf in one period (and, where it reads `:place`, for one place), as a column of a scan.
struct LeafColumn: Sendable {
  /// How its values become cells.
  enum Tally: Sendable, Hashable {
    case count
    case sum
    case distinct
    /// Value and weight.
    case quantile(at: [Double])
    /// Length of a spell and whether it has ended.
    case duration(at: [Double])

    var width: Int {
      switch self {
      case .count, .sum, .distinct: 1
      case .quantile, .duration: 2
      }
    }
  }

  let figure: String
  let period: Int
  /// Nil: the rows' own.
  let place: Int?
  let tally: Tally
  /// True of leaves that stand in the total alone.
  let isTotal: Bool
  /// The expressions, as many as the tally is wide.
  let sql: [String]

  /// - Parameters:
  ///   - condition: of the table and of the figure; nil: none.
  ///   - end: what the parameter of the period's end is called.
  static func sql(_ kind: FigureKind, where condition: String?, end: String) -> (Tally, [String])? {
    func given(_ value: String) -> String { condition.map { "CASE WHEN \($0) THEN \(value) END" } ?? value }
    switch kind {
    case .count(let body):
      let all = [condition, body.condition.map(wrapped)].compactMap { $0 }
      return (.count, [all.isEmpty ? "1" : "(\(all.joined(separator: " AND "))) IS TRUE"])
    case .sum(let body): return (.sum, [given(wrapped(body.of))])
    case .distinct(let body): return (.distinct, [given(wrapped(body.of))])
    case .quantile(let body):
      return (.quantile(at: body.at), [given(wrapped(body.of)), body.weight.map(wrapped) ?? "1"])
    case .duration(let body):
      let (from, to) = (wrapped(body.from), wrapped(body.to))
      let count = body.inWorkdays ? "workdays" : "days"
      let length = "\(count)(\(from), CASE WHEN \(to) <= \(end) THEN \(to) ELSE \(end) END)"
      return (.duration(at: body.at), [given(length), "(\(to) <= \(end)) IS TRUE"])
    case .percent, .ratio, .difference, .share: return nil
    }
  }

  /// A line break before the bracket, so that a comment at the end of an expression cannot swallow it.
  static func wrapped(_ expression: Condition) -> String { "(\(expression.sql)\n)" }
}
