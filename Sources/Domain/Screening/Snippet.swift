/// Cuts what is shown of a text around a match: at most 40 characters, numbers of persons masked.
enum Snippet {
  static let limit = 40
  /// Bytes around what is shown that a number may begin or end in.
  private static let margin = 64
  /// Fewer digits than this make no number of a person.
  private static let fewest = 7

  /// - Parameter range: bytes of the match, whole characters.
  static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var (low, high) = (range.lowerBound, range.lowerBound)
    var count = 0
    while high < range.upperBound, count < limit {
      high = next(bytes, high)
      count += 1
    }
    var before = (limit - count) / 2
    while before > 0, low > 0, !isLine(bytes[low - 1]) {
      low = previous(bytes, low)
      (count, before) = (count + 1, before - 1)
    }
    while count < limit, high < bytes.count, !isLine(bytes[high]) {
      high = next(bytes, high)
      count += 1
    }
    return shown(bytes, low..<high)
  }

  /// Masked with what stands around, so that no number is cut in two and passes for a harmless one.
  private static func shown(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let around = max(0, range.lowerBound - margin)..<min(bytes.count, range.upperBound + margin)
    guard digits(bytes, around) >= fewest else { return plain(bytes[range]) }
    var scanner = PersonalDataScanner(latest: Day(ordinal: Int.max))
    let leaks = scanner.leaks(in: UnsafeBufferPointer(rebasing: bytes[around]))
    var text = ""
    var at = range.lowerBound
    for leak in leaks {
      let (start, end) = (leak.range.lowerBound + around.lowerBound, leak.range.upperBound + around.lowerBound)
      guard end > at, start < range.upperBound else { continue }
      if start > at { text += plain(bytes[at..<start]) }
      text += leak.masked
      at = min(end, range.upperBound)
    }
    text += plain(bytes[at..<range.upperBound])
    return String(text.prefix(limit))
  }

  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    range.reduce(0) { count, at in
      let isWide = bytes[at] == 0xBC && at + 1 < range.upperBound && bytes[at + 1] &- 0x90 < 10
      return count + (bytes[at] &- 0x30 < 10 || isWide ? 1 : 0)
    }
  }

  private static func plain(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func isLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    var at = at + 1
    while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  private static func previous(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    var at = at - 1
    while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}
