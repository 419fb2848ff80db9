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
  }

  let figure: String
  let period: Int
  /// Nil: the rows' own.
  let place: Int?
  let tally: Tally
  /// True of leaves that stand in the total alone.
  let isTotal: Bool
  /// One, or two where the tally has two values.
  let expressions: [ScanExpression]

  private typealias Piece = ScanExpression.Piece

  /// - Parameters:
  ///   - conditions: of the table and of the figure.
  ///   - names: what the parameters are called.
  static func expressions(_ kind: FigureKind, where conditions: [Condition], names: [String: String])
    -> (Tally, [ScanExpression])?
  {
    let all = joined(conditions)
    func given(_ value: [Piece]) -> ScanExpression {
      ScanExpression(
        all.isEmpty ? value : [.text("CASE WHEN ")] + all + [.text(" THEN ")] + value + [.text(" END")], names: names)
    }
    switch kind {
    case .count(let body):
      let all = joined(conditions + (body.condition.map { [$0] } ?? []))
      let pieces: [Piece] = all.isEmpty ? [.text("1")] : [.text("(")] + all + [.text(") IS TRUE")]
      return (.count, [ScanExpression(pieces, names: names)])
    case .sum(let body): return (.sum, [given([.condition(body.of)])])
    case .distinct(let body): return (.distinct, [given([.condition(body.of)])])
    case .quantile(let body):
      let weight = ScanExpression(body.weight.map { [.condition($0)] } ?? [.text("1")], names: names)
      return (.quantile(at: body.at), [given([.condition(body.of)]), weight])
    case .duration(let body):
      let (from, to) = (Piece.condition(body.from), Piece.condition(body.to))
      let end = Piece.text(":\(names["end"] ?? "end")")
      let length: [Piece] = [
        .text(body.inWorkdays ? "workdays(" : "days("), from, .text(", CASE WHEN "), to, .text(" <= "), end,
        .text(" THEN "), to, .text(" ELSE "), end, .text(" END)"),
      ]
      let hasEnded = ScanExpression([.text("("), to, .text(" <= "), end, .text(") IS TRUE")], names: names)
      return (.duration(at: body.at), [given(length), hasEnded])
    case .percent, .ratio, .difference, .share: return nil
    }
  }

  private static func joined(_ conditions: [Condition]) -> [Piece] {
    conditions.enumerated().flatMap { number, one in
      (number == 0 ? [] : [Piece.text(" AND ")]) + [.condition(one)]
    }
  }
}
