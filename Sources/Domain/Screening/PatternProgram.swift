/// A pattern as steps that run over the numbers of a text.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    case character(UInt16)
    /// Index of the set.
    case set(Int32)
    case span(set: Int32, least: Int32, most: Int32, inLine: Bool)
    /// Goes on with the next step, where the text may begin like it (a set; -1: whatever it is), or else elsewhere.
    case fork(otherwise: Int32, first: Int32)
    case jump(Int32)
    case clauseStart
    case clauseEnd
    /// Runs the steps that follow, up to `rest`, ahead.
    case ahead(wanted: Bool, rest: Int32)
    /// Runs them so that they end here.
    case behind(wanted: Bool, rest: Int32, least: Int32, most: Int32)
    case found
  }

  private(set) var steps: [Step] = []
  /// What a match begins with, as bits by number; nil where it may begin with anything.
  private(set) var first: [UInt64]?

  private let base: Int

  /// - Parameter base: number of its first step among those of all patterns.
  init(_ node: PatternNode, _ alphabet: ScreenAlphabet, at base: Int, _ sets: inout SymbolSets) {
    self.base = base
    compile(node, alphabet, &sets)
    steps.append(.found)
    first = PatternProgram.first(of: node, alphabet, &sets).bits
  }

  private mutating func compile(_ node: PatternNode, _ alphabet: ScreenAlphabet, _ sets: inout SymbolSets) {
    switch node {
    case .character(let value): steps.append(.character(alphabet.numbers[value] ?? ScreenAlphabet.otherMark))
    case .set(let set): steps.append(.set(sets.index(of: set, alphabet)))
    case .span(let set, let least, let most):
      steps.append(
        .span(
          set: sets.index(of: set, alphabet), least: Int32(least), most: Int32(most), inLine: set.staysInLine))
    case .sequence(let nodes): for node in nodes { compile(node, alphabet, &sets) }
    case .choice(let nodes): choose(nodes[...], alphabet, &sets)
    case .optional(let node): choose([node, .sequence([])], alphabet, &sets)
    case .look(let node, let ahead, let wanted):
      let place = steps.count
      steps.append(.found)
      compile(node, alphabet, &sets)
      steps.append(.found)
      let rest = Int32(base + steps.count)
      let (least, most) = node.length
      steps[place] =
        ahead
        ? .ahead(wanted: wanted, rest: rest)
        : .behind(wanted: wanted, rest: rest, least: Int32(least), most: Int32(most))
    case .clauseStart: steps.append(.clauseStart)
    case .clauseEnd: steps.append(.clauseEnd)
    }
  }

  private mutating func choose(
    _ nodes: ArraySlice<PatternNode>, _ alphabet: ScreenAlphabet, _ sets: inout SymbolSets
  ) {
    var ends: [Int] = []
    for node in nodes.dropLast() {
      let fork = steps.count
      steps.append(.found)
      let (bits, isOpen) = PatternProgram.first(of: node, alphabet, &sets)
      let first = isOpen ? -1 : bits.map { sets.index(of: $0) } ?? -1
      compile(node, alphabet, &sets)
      ends.append(steps.count)
      steps.append(.found)
      steps[fork] = .fork(otherwise: Int32(base + steps.count), first: first)
    }
    if let last = nodes.last { compile(last, alphabet, &sets) }
    for end in ends { steps[end] = .jump(Int32(base + steps.count)) }
  }

  /// What a node can begin with; `isOpen` where it may take nothing.
  private static func first(
    of node: PatternNode, _ alphabet: ScreenAlphabet, _ sets: inout SymbolSets
  ) -> (bits: [UInt64]?, isOpen: Bool) {
    switch node {
    case .character(let value):
      return (SymbolSets.bits(PatternSet(characters: [value]), alphabet), false)
    case .set(let set): return (SymbolSets.bits(set, alphabet), false)
    case .span(let set, let least, _): return (SymbolSets.bits(set, alphabet), least == 0)
    case .optional(let node): return (first(of: node, alphabet, &sets).bits, true)
    case .look, .clauseStart, .clauseEnd: return (SymbolSets.empty(alphabet), true)
    case .choice(let nodes):
      let parts = nodes.map { first(of: $0, alphabet, &sets) }
      return (SymbolSets.union(parts.map(\.bits)), parts.contains { $0.isOpen })
    case .sequence(let nodes):
      var bits: [[UInt64]?] = [SymbolSets.empty(alphabet)]
      for node in nodes {
        let part = first(of: node, alphabet, &sets)
        bits.append(part.bits)
        if !part.isOpen { return (SymbolSets.union(bits), false) }
      }
      return (nil, true)
    }
  }
}

/// The sets that patterns use, each once, as bits by number.
struct SymbolSets: Sendable {
  private(set) var bits: [UInt64] = []
  private var known: [PatternSet: Int32] = [:]
  private var places: [[UInt64]: Int32] = [:]

  static func empty(_ alphabet: ScreenAlphabet) -> [UInt64] {
    [UInt64](repeating: 0, count: (alphabet.count + 63) / 64)
  }

  static func bits(_ set: PatternSet, _ alphabet: ScreenAlphabet) -> [UInt64] {
    var bits = empty(alphabet)
    if !set.isNegated, set.kinds == 0 {
      for value in set.characters {
        let number = Int(alphabet.numbers[value] ?? ScreenAlphabet.otherMark)
        bits[number / 64] |= 1 << UInt64(number % 64)
      }
      return bits
    }
    func add(_ number: Int, _ value: UInt16?) {
      if set.holds(value, alphabet.kinds[number]) { bits[number / 64] |= 1 << UInt64(number % 64) }
    }
    for number in 0..<4 { add(number, nil) }
    for (value, number) in alphabet.numbers { add(Int(number), value) }
    return bits
  }

  static func union(_ parts: [[UInt64]?]) -> [UInt64]? {
    var all: [UInt64] = []
    for part in parts {
      guard let part else { return nil }
      all = all.isEmpty ? part : zip(all, part).map { $0 | $1 }
    }
    return all
  }

  /// Index of the set's first word in `bits`.
  mutating func index(of set: PatternSet, _ alphabet: ScreenAlphabet) -> Int32 {
    if let index = known[set] { return index }
    let index = index(of: SymbolSets.bits(set, alphabet))
    known[set] = index
    return index
  }

  mutating func index(of own: [UInt64]) -> Int32 {
    if let index = places[own] { return index }
    let index = Int32(bits.count)
    places[own] = index
    bits += own
    return index
  }
}
