/// Words one of which every match of a pattern holds, with how far before them it may begin.
struct PatternAnchors {
  /// A word, and how many characters of the match may stand before it.
  struct Anchor: Hashable {
    var word: [UInt16]
    var least: Int
    var most: Int
  }

  /// The cheapest words to look for; nil where a match need not hold any.
  static func best(of node: PatternNode) -> [Anchor]? { required(node)?.anchors }

  /// More words than this are not looked for at once.
  private static let limit = 400

  private struct Choice {
    var anchors: [Anchor]
    /// How much there is to do at what it finds.
    var cost: Double
  }

  /// All texts that a node can be, where they are few.
  private static func exact(_ node: PatternNode) -> [[UInt16]]? {
    switch node {
    case .character(let value): return [[value]]
    case .set(let set):
      return !set.isNegated && set.kinds == 0 && set.characters.count <= 24 ? set.characters.sorted().map { [$0] } : nil
    case .span: return nil
    case .optional(let node): return exact(node).map { $0 + [[]] }
    case .look, .clauseStart, .clauseEnd: return [[]]
    case .choice(let nodes):
      var all: [[UInt16]] = []
      for node in nodes {
        guard let texts = exact(node), all.count + texts.count <= limit else { return nil }
        all += texts
      }
      return all
    case .sequence(let nodes):
      var all: [[UInt16]] = [[]]
      for node in nodes {
        guard let texts = exact(node), let longer = joined(all, texts) else { return nil }
        all = longer
      }
      return all
    }
  }

  private static func joined(_ all: [[UInt16]], _ texts: [[UInt16]]) -> [[UInt16]]? {
    guard all.count * texts.count <= limit else { return nil }
    return all.flatMap { head in texts.map { head + $0 } }
  }

  private static func required(_ node: PatternNode) -> Choice? {
    if let texts = exact(node) { return choice(texts, before: (0, 0)) }
    switch node {
    case .choice(let nodes):
      var all = Choice(anchors: [], cost: 0)
      for node in nodes {
        guard let part = required(node) else { return nil }
        all.anchors += part.anchors
        all.cost += part.cost
      }
      return all
    case .sequence(let nodes): return required(nodes)
    case .span(let set, let least, _): return least > 0 ? required(.set(set)) : nil
    default: return nil
    }
  }

  /// The cheapest of the parts of a sequence, and of neighbouring parts joined.
  private static func required(_ nodes: [PatternNode]) -> Choice? {
    var best: Choice?
    func offer(_ choice: Choice?) {
      if let choice, choice.cost < best?.cost ?? .infinity { best = choice }
    }
    var before = (least: 0, most: 0)
    for (index, node) in nodes.enumerated() {
      offer(required(node).map { shifted($0, before) })
      var texts: [[UInt16]]? = [[]]
      for next in nodes[index...] {
        guard let all = texts, let more = exact(next) else { break }
        texts = joined(all, more)
        if let texts { offer(choice(texts, before: before)) }
      }
      before = (before.least + node.length.least, before.most + node.length.most)
    }
    return best
  }

  private static func shifted(_ choice: Choice, _ before: (least: Int, most: Int)) -> Choice {
    Choice(
      anchors: choice.anchors.map {
        Anchor(word: $0.word, least: $0.least + before.least, most: $0.most + before.most)
      }, cost: choice.cost * (1 + Double(before.most - before.least) / 8))
  }

  private static func choice(_ texts: [[UInt16]], before: (least: Int, most: Int)) -> Choice? {
    guard !texts.isEmpty, !texts.contains(where: \.isEmpty) else { return nil }
    let words = Set(texts)
    let cost = words.reduce(0) { $0 + share($1) } * (1 + Double(before.most - before.least) / 8)
    return Choice(
      anchors: words.sorted { $0.lexicographicallyPrecedes($1) }.map {
        Anchor(word: $0, least: before.least, most: before.most)
      }, cost: cost)
  }

  /// Characters that stand everywhere in postings.
  private static let common = Set("工作人有要的不公司产品发电业生能理力大学以上可无需年职面加服务经验1234567890,:、/-()".utf16)

  /// About how often a word stands in a thousand characters.
  private static func share(_ word: [UInt16]) -> Double {
    word.reduce(1000) { $0 * (common.contains($1) ? 0.01 : 0.001) } + 0.0005
  }
}
