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

  @Test func withoutEndIsADayToo() {
    #expect(DateText.parse("9999-12-31")?.iso == "9999-12-31")
  }

  @Test func leapDayOfALeapYear() {
    #expect(DateText.parse("2024年2月29日")?.iso == "2024-02-29")
  }
}
