/// Words that say that a telephone number follows.
public enum TelephoneLabels {
  private static let words: [[UInt8]] = [
    "电话", "座机", "传真", "热线", "联系方式", "固话", "tel", "phone", "fax", "call",
  ].map { Array($0.utf8) }

  /// True where one of them stands in `text`; slow, for short texts.
  public static func occur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let lower = text.map { $0 < 0x80 && TextSigns.isLetter($0) ? $0 | 0x20 : $0 }
    return words.contains { word in
      guard lower.count >= word.count else { return false }
      return (0...(lower.count - word.count)).contains { lower[$0] == word[0] && lower[$0...].starts(with: word) }
    }
  }
}
