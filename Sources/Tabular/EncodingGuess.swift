/// What a text is in, that can be read as GB18030 but does not mean anything so: a sequence of bytes above 7F is a character
/// of GB18030 more often than not, whatever it was meant to be.
public enum EncodingGuess: String, Sendable {
  /// Where the source file states GB18030.
  case utf8 = "UTF-8"
  case big5 = "Big5"
  case shiftJIS = "Shift-JIS"
  case western = "Latin-1 (Windows-1252)"
  case macRoman = "Mac Roman"
  case unknown = ""

  /// Fewest characters by which a text is judged whose encoding the source file states.
  private static let least = 16

  /// Nil where `bytes` hold what Chinese is written with: of the characters of two bytes, most are of the 3,755 of the
  /// first level of GB 2312, or its signs. Nearly all of a Chinese text are; of text in other encodings less than half.
  ///
  /// - Parameter isSet: the source file says that it is GB18030; then a few characters decide nothing.
  init?(ofSupposedGB18030 bytes: UnsafeBufferPointer<UInt8>, isSet: Bool) {
    var (common, rare, kana, big5, alone, mac) = (0, 0, 0, 0, 0, 0)
    var place = 0
    while place + 1 < bytes.count {
      let (lead, trail) = (bytes[place], bytes[place + 1])
      guard lead >= 0x80 else {
        place += 1
        continue
      }
      let isBetweenASCII = (place == 0 || bytes[place - 1] < 0x80)
      let isCommon = ((0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead)) && trail >= 0xA1
      if isCommon { common += 1 } else { rare += 1 }
      if (0x82...0x83).contains(lead) { kana += 1 }
      let isBig5Trail = (0x40...0x7E).contains(trail) || trail >= 0xA1
      if (0xA4...0xC6).contains(lead), isBig5Trail { big5 += 1 }
      if isBetweenASCII, trail < 0x80 || place + 2 >= bytes.count || bytes[place + 2] < 0x80 {
        alone += 1
        // In Mac Roman the accented small letters lie between 87 and 9F, where Latin-1 has nothing.
        if (0x80...0x9F).contains(lead) { mac += 1 }
      }
      place += 2
    }
    let all = common + rare
    guard all > 0, !isSet || all >= EncodingGuess.least, common * 5 < all * 3 else { return nil }
    if EncodingGuess.isUTF8(bytes) {
      self = .utf8
    } else if kana * 4 > all {
      self = .shiftJIS
    } else if alone * 3 > all * 2 {
      self = mac * 2 > all ? .macRoman : .western
    } else if big5 * 3 > all * 2 {
      self = .big5
    } else if common * 10 < all * 3 {
      self = .unknown
    } else {
      // Traditional characters, of which GB 2312 has but some.
      return nil
    }
  }

  /// The last character may be cut.
  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = bytes.lastIndex(where: { $0 < 0x80 }) else { return false }
    return TextEncoding.utf8.isValid(UnsafeBufferPointer(rebasing: bytes[...last]))
  }
}
