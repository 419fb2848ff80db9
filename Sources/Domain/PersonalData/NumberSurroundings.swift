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
  var isFraction: Bool { start >= 2 && text[start - 1] == 0x2E && TextSigns.endsDigit(text, start - 1) }

  /// True where `.5` follows. `.0` is what spreadsheets add to a number; behind so many digits it is another number.
  func hasFraction(at place: Int) -> Bool {
    guard place < end, text[place] == 0x2E else { return false }
    var (at, count, isZero) = (place + 1, 0, true)
    while case let digit = TextSigns.digit(text, at, end), digit.width > 0 {
      if digit.value != 0 { isZero = false }
      (at, count) = (at + digit.width, count + 1)
    }
    return count > 0 && count < 10 && !isZero
  }

  /// True where another mobile number, in groups too, ends right before.
  var followsMobile: Bool {
    var (at, lengths) = (start, [Int]())
    var first: [UInt8] = []
    for _ in 0..<3 {
      guard let group = DigitGroups.previous(text, at, &at) else { break }
      lengths.append(group.digits.count)
      first = group.digits
    }
    return lengths == [4, 4, 3] && first.last == 1 && first[1] >= 3
  }

  /// True where a letter of hexadecimal stands right before or behind, as in a UUID.
  func touchesHexadecimal(_ stop: Int) -> Bool {
    start > 0 && TextSigns.isLetter(text[start - 1]) && TextSigns.hexadecimal(text[start - 1]) != nil
      || stop < end && TextSigns.isLetter(text[stop]) && TextSigns.hexadecimal(text[stop]) != nil
  }

  /// True where letters and digits stand around the number without a gap, digits among them: then it is a piece of a
  /// hash, an identifier or a longer number. Letters alone are none of that: `A13812345678`, `tel13812345678abc`.
  func isPiece(upTo stop: Int) -> Bool {
    if hasFraction(at: stop) || isEndOfUUID(stop) { return true }
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

  /// True of the last group of a UUID, `b0dc60e7-c2f2-4129-b9f1-14512345678e`: eleven digits in a row are in one of some
  /// thousand, and names of files and identifiers hold many.
  private func isEndOfUUID(_ stop: Int) -> Bool {
    var (first, behind) = (start, stop)
    while first > 0, stop - first < 13, TextSigns.hexadecimal(text[first - 1]) != nil { first -= 1 }
    while behind < end, behind - first < 13, TextSigns.hexadecimal(text[behind]) != nil { behind += 1 }
    guard behind - first == 12, first >= 24 else { return false }
    return (1...24).allSatisfy { back in
      [1, 6, 11, 16].contains(back)
        ? text[first - back] == UInt8(ascii: "-") : TextSigns.hexadecimal(text[first - back]) != nil
    }
  }

  /// True where the same line names a telephone shortly before.
  var followsTelephoneLabel: Bool {
    var from = start
    while from > 0, start - from < 60, text[from - 1] != 0x0A { from -= 1 }
    return TelephoneLabels.occur(in: UnsafeBufferPointer(start: text + from, count: start - from))
  }
}
