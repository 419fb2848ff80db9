/// A pattern as its parts, with characters folded.
indirect enum PatternNode: Sendable {
  case character(UInt16)
  /// One character of a set.
  case set(PatternSet)
  /// So many characters of a set, as many as may be.
  case span(PatternSet, least: Int, most: Int)
  case sequence([PatternNode])
  case choice([PatternNode])
  case optional(PatternNode)
  /// What must, or must not, stand here or end here.
  case look(PatternNode, ahead: Bool, wanted: Bool)
  case clauseStart
  case clauseEnd

  /// Fewest and most characters that it takes.
  var length: (least: Int, most: Int) {
    switch self {
    case .character, .set: (1, 1)
    case .span(_, let least, let most): (least, most)
    case .sequence(let nodes):
      nodes.map(\.length).reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    case .choice(let nodes):
      (nodes.map(\.length.least).min() ?? 0, nodes.map(\.length.most).max() ?? 0)
    case .optional(let node): (0, node.length.most)
    case .look, .clauseStart, .clauseEnd: (0, 0)
    }
  }

  /// All characters that it names.
  var characters: Set<UInt16> {
    switch self {
    case .character(let value): [value]
    case .set(let set), .span(let set, _, _): set.characters
    case .sequence(let nodes), .choice(let nodes): nodes.reduce(into: []) { $0.formUnion($1.characters) }
    case .optional(let node), .look(let node, _, _): node.characters
    case .clauseStart, .clauseEnd: []
    }
  }
}

/// A set of characters: named ones and whole kinds, or all others.
struct PatternSet: Sendable, Hashable {
  var characters: Set<UInt16> = []
  var kinds: ScreenAlphabet.Kinds.RawValue = 0
  /// Kinds that are not in it.
  var without: ScreenAlphabet.Kinds.RawValue = 0
  var isNegated = false
  /// Runs of it do not cross a line break.
  var staysInLine = false

  static let digit = PatternSet(kinds: ScreenAlphabet.Kinds.digit.rawValue)
  static let letter = PatternSet(kinds: ScreenAlphabet.Kinds.letter.rawValue)
  static let han = PatternSet(kinds: ScreenAlphabet.Kinds.han.rawValue, staysInLine: true)
  /// Whatever stands in the same sentence.
  static let inSentence = PatternSet(
    without: ScreenAlphabet.Kinds.sentenceEnd.rawValue, isNegated: true, staysInLine: true)
  /// Whatever stands in the same clause.
  static let inClause = PatternSet(without: ScreenAlphabet.Kinds.clauseEnd.rawValue, isNegated: true, staysInLine: true)

  func holds(_ value: UInt16?, _ kind: ScreenAlphabet.Kinds) -> Bool {
    let isNamed = value.map(characters.contains) ?? false
    if isNegated { return !isNamed && kind.rawValue & (kinds | without) == 0 }
    return isNamed || kind.rawValue & kinds != 0
  }
}

/// What is wrong with a pattern, and at which of its characters.
public struct PatternError: Error {
  public let column: Int
  public let message: String
  public let remedy: String
}
