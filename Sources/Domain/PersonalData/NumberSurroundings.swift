/// What stands around a number: it tells a telephone number from a piece of a hash, an amount or a longer number.
struct NumberSurroundings {
  private let text: TextSigns.Bytes
  private let end: Int
  private let start: Int

  /// - Parameter start: where the number's first digit begins.
  init(_ text: TextSigns.Bytes, start: Int, end: Int) {
    (self.text, self.start, self.end) = (text, start, end)
  }

  /// The group of digits before, as a number with a country code has it.
  var previous: (digits: [UInt8], separator: TextSigns.Separator)? { DigitGroups.previous(text, start) }

  /// True behind `12.`: then the number is the fraction of a decimal.
  var isFraction: Bool { previous.map { $0.separator == .dot } ?? false }

  /// True where `.5` follows.
  func hasFraction(at place: Int) -> Bool {
    place < end && text[place] == 0x2E && TextSigns.digit(text, place + 1, end).width > 0
  }

  /// True where letters and digits stand around the number without a gap, digits among them: then it is a piece of a
  /// hash, an identifier or a longer number. Letters alone are none of that: `A13812345678`, `tel13812345678abc`.
  func isPiece(upTo stop: Int) -> Bool {
    if hasFraction(at: stop) { return true }
    var place = stop
    while place < end, place - stop < NumberSurroundings.reach {
      if TextSigns.digit(text, place, end).width > 0 { return true }
      guard TextSigns.isLetter(text[place]) else { break }
      place += 1
    }
    // What an escape is written with (`\u4e2d`, `%3A`) is no letter.
    if start >= 6, TextSigns.escape(text, start - 6, start) != nil { return false }
    if start >= 3, text[start - 3] == UInt8(ascii: "%"), TextSigns.hexadecimal(text[start - 2]) != nil { return false }
    place = start
    while place > 0, start - place < NumberSurroundings.reach {
      if TextSigns.endsDigit(text, place) { return true }
      guard TextSigns.isLetter(text[place - 1]) else { break }
      place -= 1
    }
    return false
  }

  private static let reach = 64

  /// True where the same line names a telephone shortly before.
  var followsTelephoneLabel: Bool {
    var from = start
    while from > 0, start - from < 60, text[from - 1] != 0x0A { from -= 1 }
    return TelephoneLabels.occur(in: UnsafeBufferPointer(start: text + from, count: start - from))
  }
}
