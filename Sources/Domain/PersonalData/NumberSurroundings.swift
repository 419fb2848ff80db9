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

  /// True where a letter, a digit or `_` stands right behind.
  func isGlued(at place: Int) -> Bool {
    place < end && (TextSigns.isLetter(text[place]) || text[place] == UInt8(ascii: "_")) || hasFraction(at: place)
  }

  /// True where letters stand right before that say neither what the number is nor belong to an escape (`\n`, `%3A`).
  var followsLetters: Bool {
    if start >= 6, TextSigns.escape(text, start - 6, start) != nil { return false }
    var at = start
    while at > 0, start - at < 13, TextSigns.isLetter(text[at - 1]) { at -= 1 }
    guard at < start else { return false }
    if start >= 3, text[start - 3] == UInt8(ascii: "%"), TextSigns.hexadecimal(text[start - 2]) != nil { return false }
    if at > 0, text[at - 1] == 0x5C { return start - at > 1 }
    if start - at > 12 { return true }
    let word = (at..<start).map { text[$0] | 0x20 }
    return !NumberSurroundings.labels.contains(String(decoding: word, as: UTF8.self))
  }

  /// Words that are written right before a number.
  private static let labels: Set<String> = [
    "tel", "telephone", "phone", "mobile", "mob", "cell", "call", "no", "id", "sfz", "sfzh", "dh", "sj", "sjh", "lxdh",
    "wx", "vx", "weixin", "wechat", "qq",
  ]

  /// True where the same line names a telephone shortly before.
  var followsTelephoneLabel: Bool {
    var from = start
    while from > 0, start - from < 60, text[from - 1] != 0x0A { from -= 1 }
    return TelephoneLabels.occur(in: UnsafeBufferPointer(start: text + from, count: start - from))
  }
}
