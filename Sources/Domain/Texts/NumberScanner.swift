/// Walks over a folded text, taking numbers and words.
struct NumberScanner {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  var isAtEnd: Bool { position == characters.count }

  /// Takes a decimal number without sign: `12`, `1.5`, `4,500`.
  mutating func number() -> Double? {
    var text = ""
    var next = position
    while next < characters.count {
      let character = characters[next]
      if character.isASCII, character.isNumber || (character == "." && !text.isEmpty && !text.contains(".")) {
        text.append(character)
      } else if character == ",", isThousands(next) {
        // A thousands separator adds nothing.
      } else {
        break
      }
      next += 1
    }
    guard let value = Double(text), !text.hasSuffix(".") else { return nil }
    position = next
    return value
  }

  /// Takes the first of `words` that stands here.
  mutating func word(of words: [String]) -> String? {
    guard let word = words.first(where: { characters[position...].starts(with: $0) }) else { return nil }
    position += word.count
    return word
  }

  private func isThousands(_ place: Int) -> Bool {
    let after = characters[(place + 1)...].prefix { $0.isASCII && $0.isNumber }
    return place > position && after.count == 3
  }
}
