/// Digits and what may stand between them, as UTF-8 texts of people and programs hold them: ASCII, full-width, and
/// full-width as JSON escapes it (`\uFF11`).
///
/// All functions take the base address and the end of the text, since they run on every byte of whole disks.
enum TextSigns {
  typealias Bytes = UnsafePointer<UInt8>

  /// The digit that begins at `at`, and its bytes; 0 bytes where none does.
  @inline(__always)
  static func digit(_ text: Bytes, _ at: Int, _ end: Int) -> (value: UInt8, width: Int) {
    guard at < end else { return (0, 0) }
    let byte = text[at]
    if byte &- 0x30 < 10 { return (byte &- 0x30, 1) }
    if byte == 0xEF, at + 2 < end, text[at + 1] == 0xBC, text[at + 2] &- 0x90 < 10 { return (text[at + 2] &- 0x90, 3) }
    if byte == 0x5C, let code = escape(text, at, end), (0xFF10...0xFF19).contains(code) {
      return (UInt8(code - 0xFF10), 6)
    }
    return (0, 0)
  }

  /// True where a digit ends right before `at`.
  static func endsDigit(_ text: Bytes, _ at: Int) -> Bool { digitWidth(text, before: at) > 0 }

  /// Bytes of the digit that ends right before `at`; 0 where none does.
  static func digitWidth(_ text: Bytes, before at: Int) -> Int {
    if at >= 6, text[at - 6] == 0x5C, let code = escape(text, at - 6, at) {
      return (0xFF10...0xFF19).contains(code) ? 6 : 0
    }
    if at >= 1, text[at - 1] &- 0x30 < 10 { return 1 }
    return at >= 3 && text[at - 3] == 0xEF && text[at - 2] == 0xBC && text[at - 1] &- 0x90 < 10 ? 3 : 0
  }

  /// The code of the escape `\uXXXX` that begins at `at`.
  static func escape(_ text: Bytes, _ at: Int, _ end: Int) -> Int? {
    guard at + 6 <= end, text[at] == 0x5C, text[at + 1] == UInt8(ascii: "u") else { return nil }
    var code = 0
    for place in at + 2..<at + 6 {
      guard let value = hexadecimal(text[place]) else { return nil }
      code = code << 4 | value
    }
    return code
  }

  static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x37
    case 0x61...0x66: Int(byte) - 0x57
    default: nil
    }
  }

  /// The character that begins at `at` and is not ASCII, and its bytes.
  @inline(__always)
  static func wideCharacter(_ text: Bytes, _ at: Int, _ end: Int) -> (code: Int, width: Int)? {
    guard at < end, text[at] >= 0xC0 else { return nil }
    let width = text[at] >= 0xF0 ? 4 : text[at] >= 0xE0 ? 3 : 2
    guard at + width <= end else { return nil }
    var code = Int(text[at]) & (0x7F >> width)
    for place in at + 1..<at + width { code = code << 6 | Int(text[place] & 0x3F) }
    return (code, width)
  }

  /// Bytes of the character at `at` that nobody sees: zero-width marks, directions, selectors, accents on a digit; 0 where
  /// it can be seen. What is written with them between its digits looks like one number, and is read as one.
  static func invisible(_ text: Bytes, _ at: Int, _ end: Int) -> Int {
    guard let (code, width) = wideCharacter(text, at, end) else { return 0 }
    switch code {
    case 0xAD, 0x300...0x36F, 0x61C, 0x115F...0x1160, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE01EF:
      return width
    default: return 0
    }
  }

  /// What stands between groups of digits.
  enum Separator { case space, hyphen, underscore, dot, bracket }

  /// The separator that begins at `at`, and its bytes.
  static func separator(_ text: Bytes, _ at: Int, _ end: Int) -> (kind: Separator, width: Int)? {
    guard at < end else { return nil }
    switch text[at] {
    case 0x20: return (.space, 1)
    case 0x2D: return (.hyphen, 1)
    case 0x5F: return (.underscore, 1)
    case 0x2E: return (.dot, 1)
    case 0x29: return (.bracket, 1)
    case 0x7E: return (.hyphen, 1)
    // A blank that does not break a line; a dot in the middle.
    case 0xC2:
      return at + 1 < end ? text[at + 1] == 0xA0 ? (.space, 2) : text[at + 1] == 0xB7 ? (.hyphen, 2) : nil : nil
    case 0xE2, 0xE3, 0xEF: return at + 2 < end ? wide(text[at], text[at + 1], text[at + 2]).map { ($0, 3) } : nil
    default: return nil
    }
  }

  /// The separator that ends right before `at`, and its bytes.
  static func separator(_ text: Bytes, before at: Int) -> (kind: Separator, width: Int)? {
    guard at >= 1 else { return nil }
    if text[at - 1] < 0x80 { return separator(text, at - 1, at) }
    if at >= 2, text[at - 2] == 0xC2 { return separator(text, at - 2, at) }
    return at >= 3 ? separator(text, at - 3, at) : nil
  }

  private static func wide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Separator? {
    switch (first, second, third) {
    // Blanks of several widths; dashes, minus, dots in the middle, and the long vowel of kana, which looks like a dash.
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): .space
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x80, 0xA2), (0xE2, 0x88, 0x92), (0xE3, 0x83, 0xBB...0xBC),
      (0xEF, 0xB9, 0xA3), (0xEF, 0xBC, 0x8D), (0xEF, 0xBD, 0x9E), (0xE3, 0x80, 0x9C):
      .hyphen
    case (0xEF, 0xBC, 0xBF): .underscore
    case (0xEF, 0xBC, 0x89): .bracket
    default: nil
    }
  }

  /// Bytes of the check letter X at `at`; 0 where there is none.
  static func checkLetter(_ text: Bytes, _ at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    if text[at] | 0x20 == UInt8(ascii: "x") { return 1 }
    if at + 2 < end, text[at] == 0xEF {
      return (text[at + 1], text[at + 2]) == (0xBC, 0xB8) || (text[at + 1], text[at + 2]) == (0xBD, 0x98) ? 3 : 0
    }
    if let code = escape(text, at, end) { return code == 0xFF38 || code == 0xFF58 ? 6 : 0 }
    return 0
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
