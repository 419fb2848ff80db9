import Domain
import Testing

@Suite struct LooseDateTests {
  private let month: ClosedRange<Day>
  private let today: ClosedRange<Day>

  init() throws {
    month = try #require(FileDays.named("岗位-2026-01.csv"))
    today = try #require(FileDays.named("2026-11-30.csv"))
  }

  @Test(arguments: [
    ("26.8.8", "2026-08-08", LooseDate.Kind.full), ("26/8/8", "2026-08-08", .full), ("26年8月8日", "2026-08-08", .full),
    ("2026-08-03发布", "2026-08-03", .full), ("2026年8月3日更新", "2026-08-03", .full), ("46234", "2026-07-31", .serial),
    ("45962.5", "2025-11-01", .serial),
  ])
  func needsNoFile(text: String, day: String, kind: LooseDate.Kind) throws {
    let date = try #require(LooseDate(text, within: nil, ahead: false))
    #expect(date.day.iso == day)
    #expect(date.kind == kind)
  }

  /// The last such day up to the end of what the file speaks of: an advertisement lies behind it, never ahead.
  @Test(arguments: [
    ("11-20", "2025-11-20"), ("1-5", "2026-01-05"), ("01.31", "2026-01-31"), ("2-1发布", "2025-02-01"),
    ("5月13日更新", "2025-05-13"), ("7月13日", "2025-07-13"), ("1月3号", "2026-01-03"), ("发布于12-28", "2025-12-28"),
  ])
  func yearIsThatOfTheFile(text: String, day: String) throws {
    let date = try #require(LooseDate(text, within: month, ahead: false))
    #expect(date.day.iso == day)
    #expect(date.kind == .byFile)
    #expect(LooseDate(text, within: nil, ahead: false) == nil)
  }

  @Test func aDeadlineMayLieAhead() throws {
    #expect(LooseDate("2-15", within: month, ahead: true)?.day.iso == "2026-02-15")
    #expect(LooseDate("12-15", within: month, ahead: true)?.day.iso == "2025-12-15")
  }

  @Test(arguments: [
    ("今天", "2026-11-30"), ("刚刚", "2026-11-30"), ("昨天发布", "2026-11-29"), ("前天", "2026-11-28"), ("3天前", "2026-11-27"),
    ("30天前发布", "2026-10-31"), ("2周前", "2026-11-16"),
  ])
  func daysBackCountFromTheDayOfTheFile(text: String, day: String) {
    #expect(LooseDate(text, within: today, ahead: false)?.day.iso == day)
    // A month has no today.
    #expect(LooseDate(text, within: month, ahead: false) == nil)
  }

  @Test(arguments: [
    "", "8.8.26", "12.8.8", "13-40", "2-30", "5小时前", "最近", "1个月前", "20000", "99999", "4596", "05/06/26x", "-",
  ])
  func refuses(text: String) {
    #expect(LooseDate(text, within: today, ahead: false) == nil)
  }

  @Test(
    arguments: [
      ("51job-2023-12.csv", "2023-12-01", "2023-12-31"), ("岗位20260820.csv", "2026-08-20", "2026-08-20"),
      ("a_2026-8-3.csv", "2026-08-03", "2026-08-03"), ("2026Q3.csv", "2026-07-01", "2026-09-30"),
      ("fcg-public-2026Q2.csv.gz", "2026-04-01", "2026-06-30"), ("2026年8月.xlsx", "2026-08-01", "2026-08-31"),
      ("2026年8月5日.csv", "2026-08-05", "2026-08-05"), ("2026年第三季度.csv", "2026-07-01", "2026-09-30"),
      ("2026上半年求职.csv", "2026-01-01", "2026-06-30"), ("202608.csv", "2026-08-01", "2026-08-31"),
    ])
  func namesTellDays(name: String, first: String, last: String) throws {
    let days = try #require(FileDays.named(name))
    #expect(days.lowerBound.iso == first)
    #expect(days.upperBound.iso == last)
  }

  @Test(arguments: ["a.csv", "2026.csv", "2025-01至2025-03.csv", "120260820.csv", "2026-13.csv", "1999-01.csv"])
  func namesThatTellNothing(name: String) { #expect(FileDays.named(name) == nil) }
}
