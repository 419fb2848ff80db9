/// A letter of a word: ASCII, or of another script (with the dot in names such as 买买提·吐尔逊), also as JSON escapes it.
struct LetterSign {
  let width: Int
  let isHan: Bool
  private let escaped: Int?

  /// Nil where no letter begins at `at`.
  init?(_ text: TextSigns.Bytes, _ at: Int, _ end: Int) {
    guard at < end else { return nil }
    let byte = text[at]
    if byte < 0x80 {
      if byte == 0x5C, let code = TextSigns.escape(text, at, end), LetterSign.isLetter(code) {
        (width, isHan, escaped) = (6, true, code)
        return
      }
      guard TextSigns.isLetter(byte) else { return nil }
      (width, isHan, escaped) = (1, false, nil)
      return
    }
    guard let (code, width) = TextSigns.wideCharacter(text, at, end), LetterSign.isLetter(code) else { return nil }
    (self.width, isHan, escaped) = (width, true, nil)
  }

  private static func isLetter(_ code: Int) -> Bool {
    switch code {
    case 0xB7, 0x2022, 0x30FB: true
    case 0x80...0xBF, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE10...0xFE6F, 0xFF00...0xFF65, 0xD800...0xDFFF, 0..<0x80:
      false
    default: true
    }
  }

  /// True where a letter of the same kind ends right before `at`.
  static func ends(_ text: TextSigns.Bytes, _ at: Int, like sign: LetterSign) -> Bool {
    for width in [1, 2, 3, 4, 6] where at >= width {
      if let before = LetterSign(text, at - width, at), before.width == width, before.isHan == sign.isHan {
        return true
      }
    }
    return false
  }

  /// Appends the letter in UTF-8.
  func append(to word: inout [UInt8], _ text: TextSigns.Bytes, _ at: Int) {
    if let escaped, let scalar = Unicode.Scalar(UInt32(escaped)) {
      word += Array(String(Character(scalar)).utf8)
    } else {
      word.append(contentsOf: UnsafeBufferPointer(start: text + at, count: width))
    }
  }
}
