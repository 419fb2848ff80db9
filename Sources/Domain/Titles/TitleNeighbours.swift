/// Terms that are most like a title: people choose one, nothing is decided by them.
public struct TitleNeighbours: Sendable {
  private let terms: [TitleTerm]
  /// Number of pieces of each term.
  private let sizes: [Int]
  /// Piece -> the terms that have it.
  private let byPiece: [UInt64: [Int32]]

  public init(_ tables: TitleTables) {
    terms = tables.terms.filter { !$0.text.contains("*") && OccupationNumber.level($0.code) > 1 }
    var byPiece: [UInt64: [Int32]] = [:]
    var sizes: [Int] = []
    for (place, term) in terms.enumerated() {
      let pieces = TitleNeighbours.pieces(TitleText.scalars(of: term.text))
      sizes.append(pieces.count)
      for piece in pieces { byPiece[piece, default: []].append(Int32(place)) }
    }
    self.sizes = sizes
    self.byPiece = byPiece
  }

  /// Codes of the nearest terms, at most three, each once, the likeliest first.
  public func codes(near title: String) -> [Int] {
    let own = TitleNeighbours.pieces(TitleText(title).outer)
    var common: [Int32: Int] = [:]
    for piece in own { for place in byPiece[piece] ?? [] { common[place, default: 0] += 1 } }
    var best: [Int: Double] = [:]
    for (place, count) in common {
      let score = 2 * Double(count) / Double(own.count + sizes[Int(place)])
      best[terms[Int(place)].code] = max(best[terms[Int(place)].code] ?? 0, score)
    }
    return best.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
  }

  /// Scalars, and pairs of neighbours: one common character says little, two beside each other much.
  private static func pieces(_ text: [UInt32]) -> Set<UInt64> {
    var pieces = Set(text.map(UInt64.init))
    for (left, right) in zip(text, text.dropFirst()) { pieces.insert(UInt64(left) << 32 | UInt64(right)) }
    return pieces
  }
}
