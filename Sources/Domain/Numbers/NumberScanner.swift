/// Walks over a folded text, taking numbers and words; on its UTF-8, since characters cost ten times as much.
struct NumberScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  /// Takes a decimal number without sign: `12`, `1.5`, `4,500`.
  mutating func number() -> Double? {
    var text: [UInt8] = []
    var next = position
    var point: Int?
    while next < bytes.count {
      let byte = bytes[next]
      if NumberScanner.isDigit(byte) {
        text.append(byte)
      } else if byte == UInt8(ascii: "."), point == nil, !text.isEmpty {
        point = text.count
        text.append(byte)
      } else if byte == UInt8(ascii: ","), isThousands(next) {
        // A thousands separator adds nothing.
      } else {
        break
      }
      next += 1
    }
    guard let value = NumberScanner.value(text, point: point) else { return nil }
    position = next
    return value
  }

  /// Takes the first of `words` that stands here.
  mutating func word(of words: [String]) -> String? {
    for word in words where take(word) { return word }
    return nil
  }

  /// Takes `word` where it stands here.
  @inline(__always)
  mutating func take(_ word: String) -> Bool {
    var place = position
    for byte in word.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    position = place
    return true
  }

  /// - Parameter point: place of the point in `text`.
  private static func value(_ text: [UInt8], point: Int?) -> Double? {
    guard let last = text.last, last != UInt8(ascii: ".") else { return nil }
    // Both numbers are whole and below 2^53, so that their quotient is the nearest number to the text.
    guard text.count <= 15 else { return Double(String(decoding: text, as: UTF8.self)) }
    var digits = 0
    var divisor = 1
    for (index, byte) in text.enumerated() where index != point {
      digits = digits * 10 + Int(byte - 0x30)
      if let point, index > point { divisor *= 10 }
    }
    return Double(digits) / Double(divisor)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// True where just three digits follow.
  private func isThousands(_ place: Int) -> Bool {
    place > position && bytes[(place + 1)...].prefix(4).prefix(while: NumberScanner.isDigit).count == 3
  }
}
