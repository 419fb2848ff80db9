/// Finds personal data in UTF-8 text, in one pass over its bytes.
///
/// Text comes in pieces of any size: a piece is scanned with `margin` bytes of what is around it.
public struct PersonalDataScanner {
  /// Bytes that a decision looks at before and behind a place.
  public static let margin = 512

  private var numbers: PersonalNumbers
  private let first = FirstDigits.known
  private let names: PersonNames?

  /// - Parameters:
  ///   - latest: nobody is born after this day.
  ///   - names: nil where names are not looked for.
  public init(latest: Day, names: PersonNames? = nil) {
    numbers = PersonalNumbers(latest: latest)
    self.names = names
  }

  /// Says whether the header of the table names a telephone.
  public mutating func setLabelled(_ isLabelled: Bool) { numbers.isLabelled = isLabelled }

  /// Calls `found` for each leak that begins in `range` of `text`, in order.
  ///
  /// - Returns: where to go on: behind the last leak, where that reaches out of the range.
  @discardableResult
  public mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ found: (PersonalDatum) -> Void
  ) -> Int {
    guard let base = text.baseAddress else { return range.upperBound }
    let next = scanNumbers(base, range, text.count, found)
    guard let names else { return next }
    return max(next, names.scan(base, range, text.count, found))
  }

  private mutating func scanNumbers(
    _ base: TextSigns.Bytes, _ range: Range<Int>, _ end: Int, _ found: (PersonalDatum) -> Void
  ) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = base[at]
      if byte &- 0x30 >= 10, byte != 0xEF, byte != 0x5C {
        at += 1
        continue
      }
      if byte < 0x3A, at > range.lowerBound {
        var stop = at + 1
        while stop < end, base[stop] &- 0x30 < 10 { stop += 1 }
        guard first.mayBegin(base, at, count: stop - at, end) else {
          at = stop
          continue
        }
      }
      let digit = TextSigns.digit(base, at, end)
      guard digit.width > 0 else {
        // An escape is passed as a whole: its digits are none.
        at += byte == 0x5C && TextSigns.escape(base, at, end) != nil ? 6 : 1
        continue
      }
      if at == range.lowerBound, TextSigns.endsDigit(base, at) {
        at += digit.width
        continue
      }
      let result = numbers.find(base, at, end)
      if let leak = result.leak { found(leak) }
      at = result.next
    }
    return at
  }

  /// The leaks of a short text.
  public mutating func leaks(in text: UnsafeBufferPointer<UInt8>) -> [PersonalDatum] {
    var leaks: [PersonalDatum] = []
    scan(text, 0..<text.count) { leaks.append($0) }
    return leaks
  }

  public mutating func leaks(in text: String) -> [PersonalDatum] {
    Array(text.utf8).withUnsafeBufferPointer { leaks(in: $0) }
  }

  /// `text` with what is found in it masked.
  public mutating func masked(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for leak in leaks(in: text).reversed() {
      bytes.replaceSubrange(leak.range, with: Array(leak.masked.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
