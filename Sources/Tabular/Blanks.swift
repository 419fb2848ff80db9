/// Blanks at the ends of a cell: those that ASCII has, and in UTF-8 those that typists do not see.
public enum Blanks {
  /// The part of `bytes` (UTF-8) between the blanks at its ends.
  @inline(__always)
  public static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    // A blank begins with one of few bytes and ends with one of few: most cells have neither.
    guard mayBegin(first) || mayEnd(last) else { return bytes }
    return UnsafeBufferPointer(rebasing: bytes[range(bytes)])
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
  }

  private static func mayEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xA0 || byte == 0x80 || byte == 0x8B || byte == 0xBF
  }

  private static func range(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (0, bytes.count)
    while start < end, let width = width(bytes, at: start, to: end) { start += width }
    while end > start {
      guard let width = (1...3).first(where: { end - $0 >= start && width(bytes, at: end - $0, to: end) == $0 })
      else { break }
      end -= width
    }
    return start..<end
  }

  /// Bytes of the blank at `place`: ASCII blanks, and in UTF-8 the no-break space (C2 A0), the ideographic space
  /// (E3 80 80), the zero-width space (E2 80 8B) and the byte order mark (EF BB BF).
  static func width(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, to end: Int) -> Int? {
    let first = bytes[place]
    if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
    guard first >= 0xC2, place + 1 < end else { return nil }
    if first == 0xC2 { return bytes[place + 1] == 0xA0 ? 2 : nil }
    guard place + 2 < end else { return nil }
    switch (first, bytes[place + 1], bytes[place + 2]) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
    default: return nil
    }
  }
}
