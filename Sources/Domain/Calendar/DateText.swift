/// Reads the dates that exports hold.
public enum DateText {
  /// `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, each with or without a time behind it; what names
  /// a zone (`…T16:30:00Z`) is the day in Beijing.
  public static func parse(_ text: String) -> Day? {
    var text = text
    return text.withUTF8 { parse($0) }
  }

  /// As `parse`, of UTF-8.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    let scanner = DateScanner(bytes)
    guard let (day, rest) = scanner.date(), let seconds = scanner.time(from: rest) else { return nil }
    return Day(ordinal: day.ordinal + Int((Double(seconds) / 86_400).rounded(.down)))
  }

  /// The date of `2026-03-05`, with `/` or `.` as well: the form of most exports, read in a few nanoseconds; nil of all
  /// others, which `parse` may know.
  @inline(__always)
  public static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    bytes.count == 10 ? DateScanner(bytes).plainDate() : nil
  }
}

/// Reads a moment to the second, in Beijing.
public enum TimestampText {
  /// Seconds since 1970-01-01 00:00:00 on the wall clock of the export: a date as in `DateText`, then, after a blank or
  /// `T`, `12:30` or `12:30:05`; fractions of a second are dropped, what names a zone becomes Beijing's time.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let scanner = DateScanner(bytes)
    guard let (day, rest) = scanner.date(), let seconds = scanner.time(from: rest) else { return nil }
    return day.ordinal * 86_400 + seconds
  }
}

/// Reads dates and times from bytes, without a formatter (28 us a row) or a regular expression (3 us).
struct DateScanner {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The date at the start, and where it ends; nil where what follows is neither the end nor a blank or `T`.
  func date() -> (day: Day, end: Int)? {
    if bytes.count >= 10, isEnd(10), let day = plainDate() { return (day, 10) }
    guard let (year, afterYear) = number(from: 0, width: 4...8) else { return nil }
    if afterYear == 8 { return finish(year / 10_000, year / 100 % 100, year % 100, 8) }
    guard afterYear == 4, let monthStart = separator(4, chinese: "年"),
      let (month, afterMonth) = number(from: monthStart, width: 1...2),
      let dayStart = separator(afterMonth, chinese: "月"), let (day, afterDay) = number(from: dayStart, width: 1...2)
    else { return nil }
    return finish(year, month, day, skip("日", at: afterDay))
  }

  /// The date in the first 10 bytes where they are digits in the places of `2026-03-05`.
  @inline(__always)
  func plainDate() -> Day? {
    guard let base = bytes.baseAddress, isSeparator(base[4]), isSeparator(base[7]) else { return nil }
    let raw = UnsafeRawPointer(base)
    // Eight digits side by side, the year in the low half (Lemire, "Quickly parsing eight digits").
    let year = UInt64(raw.loadUnaligned(as: UInt32.self).littleEndian)
    let month = UInt64(raw.loadUnaligned(fromByteOffset: 5, as: UInt16.self).littleEndian)
    let day = UInt64(raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self).littleEndian)
    let digits = year | month << 32 | day << 48
    let values = digits &- 0x3030_3030_3030_3030
    guard (digits &+ 0x4646_4646_4646_4646 | values) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = values &* 10 &+ values >> 8
    func pair(_ place: UInt64) -> Int { Int(pairs >> (place * 16) & 0xFF) }
    return Day(year: pair(0) * 100 + pair(1), month: pair(2), day: pair(3))
  }

  @inline(__always)
  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  /// Seconds of the day, which a zone may carry beyond its ends; 0 where there is no time; nil where it cannot be read.
  func time(from start: Int) -> Int? {
    guard start < bytes.count else { return 0 }
    var start = start
    while byte(start + 1) == 0x20 { start += 1 }
    guard let (hour, afterHour) = number(from: start + 1, width: 1...2), hour < 24,
      byte(afterHour) == UInt8(ascii: ":"),
      let (minute, afterMinute) = number(from: afterHour + 1, width: 2...2), minute < 60
    else { return nil }
    guard byte(afterMinute) == UInt8(ascii: ":") else {
      return zone(from: afterMinute).map { hour * 3600 + minute * 60 + $0 }
    }
    guard let (second, afterSecond) = number(from: afterMinute + 1, width: 2...2), second < 60,
      let shift = zone(from: fractionEnd(afterSecond))
    else { return nil }
    return hour * 3600 + minute * 60 + second + shift
  }

  private func fractionEnd(_ place: Int) -> Int {
    guard byte(place) == UInt8(ascii: "."), let (_, end) = number(from: place + 1, width: 1...9) else { return place }
    return end
  }

  /// Seconds from the zone that is named to Beijing; 0 at the end of the text: the wall clock of a system here; nil
  /// where something else follows.
  private func zone(from place: Int) -> Int? {
    let beijing = 8 * 3600
    guard let sign = byte(place) else { return 0 }
    if sign == UInt8(ascii: "Z") { return place + 1 == bytes.count ? beijing : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let (hours, afterHours) = number(from: place + 1, width: 2...2), hours < 15
    else { return nil }
    let minuteStart = byte(afterHours) == UInt8(ascii: ":") ? afterHours + 1 : afterHours
    let minutes = number(from: minuteStart, width: 2...2)
    guard (minutes?.end ?? afterHours) == bytes.count, (minutes?.value ?? 0) < 60 else { return nil }
    let offset = hours * 3600 + (minutes?.value ?? 0) * 60
    return beijing - (sign == UInt8(ascii: "-") ? -offset : offset)
  }

  private func finish(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> (day: Day, end: Int)? {
    guard isEnd(end), let day = Day(year: year, month: month, day: day) else { return nil }
    return (day, end)
  }

  /// True where a date may end.
  private func isEnd(_ place: Int) -> Bool {
    place == bytes.count || byte(place) == 0x20 || byte(place) == UInt8(ascii: "T")
  }

  private func number(from start: Int, width: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var value = 0
    var end = start
    while let digit = byte(end), (0x30...0x39).contains(digit), end - start < width.upperBound {
      value = value * 10 + Int(digit - 0x30)
      end += 1
    }
    return width.contains(end - start) ? (value, end) : nil
  }

  private func separator(_ place: Int, chinese: StaticString) -> Int? {
    switch byte(place) {
    case let byte? where isSeparator(byte): place + 1
    default: skip(chinese, at: place) > place ? place + 3 : nil
    }
  }

  private func skip(_ character: StaticString, at place: Int) -> Int {
    guard place + 3 <= bytes.count,
      (0..<3).allSatisfy({ bytes[place + $0] == character.utf8Start[$0] })
    else { return place }
    return place + 3
  }

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }
}
