import Domain
import Warehouse

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

  /// SQL of the program and of files, in turns.
  enum Piece: Sendable {
    case text(String)
    case condition(Condition)
  }

  let figure: String
  let period: Int
  /// Nil: the rows' own.
  let place: Int?
  let tally: Tally
  /// True of leaves that stand in the total alone.
  let isTotal: Bool
  /// One expression or, separated by a comma, two.
  let pieces: [Piece]
  /// What the parameters are called in this column.
  let names: [String: String]

  func append(to sql: inout SQLText) {
    for piece in pieces {
      switch piece {
      case .text(let text): sql.append(text)
      case .condition(let condition): sql.append(condition) { names[$0] ?? $0 }
      }
    }
  }

  /// - Parameters:
  ///   - conditions: of the table and of the figure.
  ///   - end: what the parameter of the period's end is called.
  static func pieces(_ kind: FigureKind, where conditions: [Condition], end: String) -> (Tally, [Piece])? {
    let all = joined(conditions)
    func given(_ value: [Piece]) -> [Piece] {
      all.isEmpty ? value : [.text("CASE WHEN ")] + all + [.text(" THEN ")] + value + [.text(" END")]
    }
    switch kind {
    case .count(let body):
      let all = joined(conditions + (body.condition.map { [$0] } ?? []))
      return (.count, all.isEmpty ? [.text("1")] : [.text("(")] + all + [.text(") IS TRUE")])
    case .sum(let body): return (.sum, given([.condition(body.of)]))
    case .distinct(let body): return (.distinct, given([.condition(body.of)]))
    case .quantile(let body):
      let weight: Piece = body.weight.map { .condition($0) } ?? .text("1")
      return (.quantile(at: body.at), given([.condition(body.of)]) + [.text(", "), weight])
    case .duration(let body):
      let (from, to) = (Piece.condition(body.from), Piece.condition(body.to))
      let length: [Piece] = [
        .text(body.inWorkdays ? "workdays(" : "days("), from, .text(", CASE WHEN "), to, .text(" <= \(end) THEN "), to,
        .text(" ELSE \(end) END)"),
      ]
      return (.duration(at: body.at), given(length) + [.text(", ("), to, .text(" <= \(end)) IS TRUE")])
    case .percent, .ratio, .difference, .share: return nil
    }
  }

  static func joined(_ conditions: [Condition]) -> [Piece] {
    conditions.enumerated().flatMap { number, one in
      (number == 0 ? [] : [Piece.text(" AND ")]) + [.condition(one)]
    }
  }
}
