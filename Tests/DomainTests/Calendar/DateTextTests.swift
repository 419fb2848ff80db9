import Domain
import Testing

@Suite struct DateTextTests {
  private static let times = [
    "", " 12:30", " 9:05:07", "T12:30:05", " 12:30:05.123", "  8:30", "T12:30:05Z", "T12:30:05+08:00",
  ]

  @Test(
    arguments: [
      "2026-03-05", "2026-3-5", "2026/3/5", "2026/03/05", "2026.3.5", "2026年3月5日", "2026年03月05日", "20260305",
    ], times)
  func readsEveryFormWithAndWithoutTime(date: String, time: String) {
    #expect(DateText.parse(date + time)?.iso == "2026-03-05")
  }

  @Test(arguments: [
    "", "2026", "2026-03", "2026-02-30", "2026-02-29", "2026-13-01", "2026-00-10", "20260230", "2026年2月30日", "26-03-05",
    "03/05/2026", "2026-03-05x", "2026-03-05 上午", "2026-03-05 25:00", "2026-03-05 12", "2026-03-05T", "202603051",
    "2026-03-005", "2026--03-05", "1899-12-31", "2026-03-05T12:30:05北京", "昨天",
  ])
  func refuses(text: String) {
    #expect(DateText.parse(text) == nil)
  }

  /// A time that names its zone is one in Beijing.
  @Test(arguments: [
    ("2026-08-03T15:59:59Z", "2026-08-03"), ("2026-08-03T16:30:00Z", "2026-08-04"), ("2026-08-03T16:30Z", "2026-08-04"),
    ("2026-08-03T16:30:00.123Z", "2026-08-04"), ("2026-08-03T23:30:00+08:00", "2026-08-03"),
    ("2026-08-04T07:30:00+0900", "2026-08-04"), ("2026-08-04T00:30:00+09:00", "2026-08-03"),
    ("2026-08-03T12:00:00-05:00", "2026-08-04"),
  ])
  func dayIsThatOfBeijing(text: String, day: String) { #expect(DateText.parse(text)?.iso == day) }

  @Test func withoutEndIsADayToo() {
    #expect(DateText.parse("9999-12-31")?.iso == "9999-12-31")
  }

  @Test func leapDayOfALeapYear() {
    #expect(DateText.parse("2024年2月29日")?.iso == "2024-02-29")
  }

  @Test func aDayMayBeNamedBehindDashes() {
    #expect(DateText.parse("2026-03-05日")?.iso == "2026-03-05")
  }
}

/// `plain` reads eight digits at once; held against a reading part by part.
@Suite struct PlainDateTests {
  private func plain(_ text: String) -> Day? {
    Array(text.utf8).withUnsafeBufferPointer { DateText.plain($0) }
  }

  private func expected(_ text: String) -> Day? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.map({ $0.utf8.count }) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Day(year: Int(parts[0]) ?? 0, month: Int(parts[1]) ?? 0, day: Int(parts[2]) ?? 0)
  }

  @Test func everyDayOfFourYears() {
    for ordinal in 19_000..<20_461 {
      let day = Day(ordinal: ordinal)
      #expect(plain(day.iso) == day)
      #expect(plain(day.iso.replacing("-", with: "/")) == day)
    }
  }

  /// One byte of a date is replaced by any other.
  @Test(arguments: 0..<10) func anyByteAnywhere(_ place: Int) {
    for byte in UInt8.min...0x7F {
      var bytes = Array("2026-11-28".utf8)
      bytes[place] = byte
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(plain(text) == expected(text), "\(text)")
    }
    for byte in UInt8(0x80)...UInt8.max {
      var bytes = Array("2026-11-28".utf8)
      bytes[place] = byte
      #expect(bytes.withUnsafeBufferPointer { DateText.plain($0) } == nil)
    }
  }

  @Test(arguments: ["", "2026-1-28", "2026-11-2", "2026-11-28 ", "20261128", "9999-12-31", "1900-01-01", "0000-00-00"])
  func otherLengthsAndLimits(_ text: String) {
    #expect(plain(text) == expected(text))
  }
}
