import Domain

/// Names of a code list that are most like a text: people choose one, nothing is decided by them.
public struct NameSuggestions {
  private let names: [(name: String, code: String, pairs: Set<String>)]

  public init(_ list: CodeList) {
    names = list.entries.flatMap { entry -> [(name: String, code: String, pairs: Set<String>)] in
      // 城关区 alone is one of many.
      let name = list.id == "regions" ? list.lineage(of: entry.code).reversed().map(\.name).joined() : entry.name
      return ([entry.name] + entry.aliases).map { (name, entry.code, NameSuggestions.pairs($0)) }
    }
  }

  /// At most three, each once, the likeliest first.
  func nearest(to text: String) -> [String] { best(for: text).map(\.name) }

  /// The same as codes.
  public func codes(nearest text: String) -> [String] { best(for: text).map(\.code) }

  private func best(for text: String) -> [(code: String, name: String)] {
    let own = NameSuggestions.pairs(text)
    guard !own.isEmpty else { return [] }
    var best: [String: (score: Double, name: String)] = [:]
    for (name, code, pairs) in names {
      let common = Double(own.intersection(pairs).count)
      guard common > 0 else { continue }
      let score = 2 * common / Double(own.count + pairs.count)
      if score > best[code]?.score ?? 0 { best[code] = (score, name) }
    }
    return best.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }.prefix(3).map { ($0.key, $0.value.name) }
  }

  /// Characters, and pairs of neighbours: one common character says little, two beside each other much.
  private static func pairs(_ text: String) -> Set<String> {
    let characters = Array(TextFold.fold(text)).filter { !"()（）、/·-".contains($0) }
    return Set(characters.map(String.init) + zip(characters, characters.dropFirst()).map { "\($0)\($1)" })
  }
}
