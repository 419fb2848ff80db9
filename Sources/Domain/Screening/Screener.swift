/// Screens the texts of postings with all rules: one pass for the anchors of all patterns, patterns only where an anchor
/// stands, then what makes a match void, and exemptions. Makes the same of the same text whoever calls it.
public struct Screener: Sendable {
  public let rules: [PostingRule]
  let alphabet: ScreenAlphabet
  let index: AnchorIndex
  let patterns: [Pattern]
  /// By rule.
  let voids: [[Pattern]]
  let textVoids: [[Pattern]]
  /// By rule and exemption.
  let exemptWords: [[[Pattern]]]
  let sets: [UInt64]
  let steps: [PatternProgram.Step]
  let firsts: [UInt64]

  /// A compiled pattern, its steps among those of all.
  struct Pattern: Sendable {
    let rule: Int32
    let level: UInt8
    let step: Int32
    /// Where its first characters begin in `firsts`; -1: it may begin with anything.
    let first: Int32
    let longest: Int32
  }

  /// - Parameter all: the rules, each with the named patterns that its own may use.
  /// - Throws: `PipelineError` TF781 for a pattern that is wrong.
  public init(_ all: [(rule: PostingRule, words: ScreenWords)], fold: CharacterFold) throws {
    rules = all.map(\.rule)
    typealias Parsed = [(sign: PostingRule.Sign, node: PatternNode)]
    func parse(_ signs: [PostingRule.Sign], _ words: ScreenWords) throws -> Parsed {
      try signs.map { ($0, try words.parse($0.pattern, $0.place)) }
    }
    let signs = try all.map { try parse($0.rule.signs, $0.words) }
    let voids = try all.map { try parse($0.rule.voids, $0.words) }
    let textVoids = try all.map { try parse($0.rule.textVoids, $0.words) }
    let exempt = try all.map { one in try one.rule.exemptions.map { try parse($0.words, one.words) } }
    var used: Set<UInt16> = []
    for node in (signs + voids + textVoids + exempt.flatMap { $0 }).joined().map(\.node) {
      used.formUnion(node.characters)
    }
    alphabet = ScreenAlphabet(fold: fold, used: used)
    var compiler = ScreenCompiler(alphabet)
    var anchors: [[PatternAnchors.Anchor]] = []
    var patterns: [Pattern] = []
    for (rule, own) in signs.enumerated() {
      for (sign, node) in own {
        patterns.append(compiler.add(node, rule: rule, level: sign.level))
        anchors.append(try compiler.anchors(of: node, sign))
      }
    }
    self.patterns = patterns
    self.voids = voids.enumerated().map { rule, own in
      own.map { compiler.add($0.node, rule: rule, level: $0.sign.level) }
    }
    self.textVoids = textVoids.enumerated().map { rule, own in
      own.map { compiler.add($0.node, rule: rule, level: $0.sign.level) }
    }
    exemptWords = exempt.enumerated().map { rule, lists in
      lists.map { own in own.map { compiler.add($0.node, rule: rule, level: $0.sign.level) } }
    }
    sets = compiler.sets.bits
    steps = compiler.steps
    firsts = compiler.firsts
    index = AnchorIndex(anchors, alphabet: alphabet)
  }

  /// The rule of this id.
  public func rule(_ id: String) -> PostingRule? { rules.first { $0.id == id } }

  /// Lower is graver; above all: nothing found.
  static func rank(_ level: Check.Level) -> UInt8 {
    switch level {
    case .violation: 0
    case .correct: 1
    case .due: 2
    case .advise: 3
    }
  }

  static func level(_ rank: UInt8) -> Check.Level {
    switch rank {
    case 0: .violation
    case 1: .correct
    case 2: .due
    default: .advise
    }
  }
}

/// Compiles patterns into one list of steps.
struct ScreenCompiler {
  let alphabet: ScreenAlphabet
  var sets: SymbolSets
  var steps: [PatternProgram.Step] = []
  var firsts: [UInt64] = []

  init(_ alphabet: ScreenAlphabet) {
    self.alphabet = alphabet
    sets = SymbolSets()
  }

  mutating func add(_ node: PatternNode, rule: Int, level: Check.Level) -> Screener.Pattern {
    let program = PatternProgram(node, alphabet, at: steps.count, &sets)
    let start = Int32(steps.count)
    steps += program.steps
    var first: Int32 = -1
    if let bits = program.first {
      first = Int32(firsts.count)
      firsts += bits
    }
    return Screener.Pattern(
      rule: Int32(rule), level: Screener.rank(level), step: start, first: first, longest: Int32(node.length.most))
  }

  /// The anchors of a pattern, as numbers.
  ///
  /// - Throws: `PipelineError` TF781 where it has none.
  func anchors(of node: PatternNode, _ sign: PostingRule.Sign) throws -> [PatternAnchors.Anchor] {
    guard let anchors = PatternAnchors.best(of: node) else {
      throw PipelineError(
        .wrongPattern, .config, at: sign.place, "模式中没有一定出现的字, 或可能的写法太多: \(sign.pattern)",
        remedy: "至少写一段一定出现的字, 或把它分成几行")
    }
    return anchors.map { anchor in
      var anchor = anchor
      anchor.word = anchor.word.map { alphabet.numbers[$0] ?? ScreenAlphabet.otherMark }
      return anchor
    }
  }
}

/// Patterns that have a name, for all rules.
public struct ScreenWords: Sendable {
  public let fold: CharacterFold
  private var known: [String: PatternNode] = [:]

  public init(fold: CharacterFold) { self.fold = fold }

  /// Names a pattern.
  ///
  /// - Throws: `PipelineError` TF781 where it is wrong.
  public mutating func define(_ name: String, _ pattern: String, place: String) throws {
    known[name] = try parse(pattern, place)
  }

  func parse(_ pattern: String, _ place: String) throws -> PatternNode {
    do { return try PatternParser.parse(pattern, words: known, fold: fold) } catch let error as PatternError {
      throw PipelineError(
        .wrongPattern, .config, at: place, "模式第 \(error.column) 个字: \(error.message): \(pattern)",
        remedy: error.remedy)
    }
  }
}
