/// What typists do not see: ASCII blanks, and in UTF-8 the no-break space (C2 A0), the ideographic space (E3 80 80), the
/// zero-width space (E2 80 8B) and the byte order mark (EF BB BF).
public enum Blank {
  /// The part of `bytes` (UTF-8) between the blanks at its ends.
  public static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let base = bytes.baseAddress else { return bytes }
    let (start, end) = trimmed(base, 0, bytes.count)
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// As `trimmed`, in GB18030: A1 A1 (ideographic), 81 30 84 32, 81 36 A4 37, 84 31 95 33. In well-formed text bytes like
  /// these at an end are these characters: nothing else ends or begins with them.
  @inline(__always)
  static func trimmedOfGB18030(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
    var (start, end) = (start, end)
    while start < end, let width = gb18030Width(bytes, at: start, to: end) { start += width }
    while end > start {
      if isASCII(bytes[end - 1]) {
        end -= 1
      } else if end - 2 >= start, gb18030Width(bytes, at: end - 2, to: end) == 2 {
        end -= 2
      } else if end - 4 >= start, gb18030Width(bytes, at: end - 4, to: end) == 4 {
        end -= 4
      } else {
        break
      }
    }
    return (start, end)
  }

  @inline(__always)
  private static func gb18030Width(_ bytes: UnsafePointer<UInt8>, at place: Int, to end: Int) -> Int? {
    let first = bytes[place]
    if isASCII(first) { return 1 }
    guard first == 0xA1 || first == 0x81 || first == 0x84, place + 1 < end else { return nil }
    if first == 0xA1 { return bytes[place + 1] == 0xA1 ? 2 : nil }
    guard place + 3 < end else { return nil }
    switch (first, bytes[place + 1], bytes[place + 2], bytes[place + 3]) {
    case (0x81, 0x30, 0x84, 0x32), (0x81, 0x36, 0xA4, 0x37), (0x84, 0x31, 0x95, 0x33): return 4
    default: return nil
    }
  }

  @inline(__always) private static func isASCII(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// `start ..< end` without the blanks at both ends. Mostly a look at the first and the last byte says that there are
  /// none.
  @inline(__always)
  static func trimmed(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
    guard start < end, mayBegin(bytes[start]) || mayEnd(bytes[end - 1]) else { return (start, end) }
    return slowlyTrimmed(bytes, start, end)
  }

  @inline(__always) private static func mayBegin(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xE3 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  @inline(__always) private static func mayEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x80 || byte == 0xA0 || byte == 0x8B || byte == 0xBF
  }

  @inline(never)
  private static func slowlyTrimmed(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (Int, Int) {
    var (start, end) = (start, end)
    while start < end, let width = width(bytes, at: start, to: end) { start += width }
    while end > start {
      guard let width = (1...3).first(where: { end - $0 >= start && width(bytes, at: end - $0, to: end) == $0 })
      else { break }
      end -= width
    }
    return (start, end)
  }

  /// Bytes of the blank at `place`; nil where there is none.
  private static func width(_ bytes: UnsafePointer<UInt8>, at place: Int, to end: Int) -> Int? {
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
