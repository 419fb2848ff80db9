import Domain
import Testing

@Suite struct ReleaseHourTests {
  @Test func isTheClockOfBeijing() throws {
    let hour = try #require(ReleaseHour("2026-10-20 09:00"))
    #expect(hour.description == "2026-10-20 09:00")
    // 2026-10-20 01:00 UTC.
    #expect(ReleaseHour(unix: 1_792_458_000) == hour)
    #expect(ReleaseHour(unix: 1_792_457_999) < hour)
    #expect(hour.day == DateText.parse("2026-10-20"))
  }

  @Test(arguments: [
    "2026-10-20", "2026-10-20 9:00", "2026-10-20 24:00", "2026-10-20 09:60", "2026-02-30 09:00", "2026/10/20 09:00",
    "2026-10-20 09:00:00", "2026-10-20  09:00", "",
  ])
  func otherTextsAreNot(text: String) { #expect(ReleaseHour(text) == nil) }
}
