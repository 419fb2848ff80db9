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
    let bytes = Array(source.utf8)
    func has(_ byte: UInt8, twiceAt place: Int) -> Bool {
      place + 1 < bytes.count && bytes[place] == byte && bytes[place + 1] == byte
    }
    /// Where the tag begins that is being read.
    var start: (place: Int, line: Int)?
    var place = 0
    while place < bytes.count {
      if has(UInt8(ascii: "{"), twiceAt: place) {
        place += 2
        start = (place, line)
      } else if let begun = start, has(UInt8(ascii: "}"), twiceAt: place) {
        let text = String(decoding: bytes[begun.place..<place], as: UTF8.self)
        if let tag = TemplateTag(text, line: begun.line) { tags.append(tag) }
        start = nil
        place += 2
      } else {
        if bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
      }
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
