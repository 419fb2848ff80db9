/// Tells of most groups of digits, by a look at their start and length, that no number of a person begins there.
struct FirstDigits {
  /// Bit `ab` of two words: numbers may begin with the digits a and b.
  private var starts: (low: UInt64, high: UInt64) = (0, 0)

  /// Made once: a scanner is made for every text that is shown.
  static let known = FirstDigits()

  private init() {
    let allowed = PersonalNumbers.provinces.union(0...9).union(13...19).union([86])
    for value in allowed {
      if value < 64 { starts.low |= 1 << UInt64(value) } else { starts.high |= 1 << UInt64(value - 64) }
    }
  }

  /// True where a number may begin with the `count` ASCII digits at `at`.
  @inline(__always)
  func mayBegin(_ text: TextSigns.Bytes, _ at: Int, count: Int, _ end: Int) -> Bool {
    let next = at + count
    // The group goes on with digits of another form.
    if next < end, text[next] == 0xEF || text[next] == 0x5C { return true }
    if next < end, text[next] >= 0xC2, TextSigns.invisible(text, next, end) > 0 { return true }
    if count == 1 { return FirstDigits.isSpaced(text, next, end) }
    // Nobody cuts a number so that its first group has 2, 5 or 8 digits; what is longer than 18 is none.
    guard count <= 18, count > 2, count != 5, count != 8 else { return false }
    guard count >= 11 || (next < end && FirstDigits.joins(text[next])) else { return false }
    let value = Int(text[at] &- 0x30) * 10 + Int(text[at + 1] &- 0x30)
    return value < 64 ? starts.low >> UInt64(value) & 1 == 1 : starts.high >> UInt64(value - 64) & 1 == 1
  }

  /// True where single digits follow, each behind separators: `1 3 8 1 2 …`.
  private static func isSpaced(_ text: TextSigns.Bytes, _ at: Int, _ end: Int) -> Bool {
    var place = at
    for _ in 0..<3 {
      guard place < end, joins(text[place]), let next = DigitGroups.next(text, place, end) else { return false }
      let digit = TextSigns.digit(text, next.at, end)
      guard digit.width > 0 else { return false }
      place = next.at + digit.width
    }
    return true
  }

  /// True of bytes with which a separator or a digit that is not ASCII begins.
  @inline(__always)
  private static func joins(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2D || byte == 0x2E || byte == 0x29 || byte == 0x5C || byte == 0x5F || byte == 0x7E
      || byte >= 0xC2
  }
}
