/// A tag of a Mustache template.
struct TemplateTag: Equatable {
  enum Kind { case value, raw, section, inverted, end, partial }

  let kind: Kind
  let name: String
  /// Counted from 1.
  let line: Int

  /// The tags of `source` in order; comments are left out.
  static func all(in source: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var line = 1
    let pieces = source.split(separator: "{{", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index > 0, let end = piece.firstRange(of: "}}")?.lowerBound {
        let text = String(piece[..<end])
        if let tag = TemplateTag(text, line: line) { tags.append(tag) }
      }
      line += piece.count { $0.isNewline }
    }
    return tags
  }

  private init?(_ text: String, line: Int) {
    let kinds: [Character: Kind] = [
      "{": .raw, "&": .raw, "#": .section, "^": .inverted, "/": .end, ">": .partial,
    ]
    guard let first = text.first, first != "!", first != "%" else { return nil }
    kind = kinds[first] ?? .value
    name = (kind == .value ? text : String(text.dropFirst())).filter { !$0.isWhitespace }
    self.line = line
  }
}
