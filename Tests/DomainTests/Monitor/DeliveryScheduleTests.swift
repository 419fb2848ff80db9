import Testing

@testable import Domain

@Suite struct DeliveryScheduleTests {
  private func day(_ text: String) -> Day { Day(iso: text)! }

  @Test func daysOfARhythmThatAreOver() {
    let calendar = WorkingDays(holidays: [day("2026-10-01")], workdays: [day("2026-10-10")])
    func firsts(_ every: DeliverySchedule.Every, _ today: String, _ count: Int) -> [String] {
      DeliverySchedule(every).ended(before: day(today), count: count, calendar).map(\.first.iso)
    }
    #expect(firsts(.day, "2026-10-03", 2) == ["2026-10-02", "2026-10-01"])
    // 1 October was free, 10 October a Saturday that was worked.
    #expect(firsts(.workday, "2026-10-05", 3) == ["2026-10-02", "2026-09-30", "2026-09-29"])
    #expect(firsts(.workday, "2026-10-12", 2) == ["2026-10-10", "2026-10-09"])
    // 5 October was a Monday: the week before ended on the 4th.
    #expect(firsts(.week, "2026-10-05", 2) == ["2026-09-28", "2026-09-21"])
    #expect(firsts(.week, "2026-10-04", 1) == ["2026-09-21"])
    #expect(firsts(.month, "2026-10-01", 2) == ["2026-09-01", "2026-08-01"])
    #expect(firsts(.quarter, "2026-09-30", 1) == ["2026-04-01"])
  }

  @Test func theNightThatIsTheLast() {
    let quarter = ExportPeriod(.quarter, containing: day("2026-08-15"))
    #expect(DeliverySchedule(.quarter).due(quarter) == day("2026-10-10"))
    #expect(DeliverySchedule(.quarter, by: 3).due(quarter) == day("2026-10-03"))
    #expect(DeliverySchedule(.day).due(ExportPeriod(.day, containing: day("2026-10-01"))) == day("2026-10-02"))
  }

  @Test(arguments: [
    ("fcg-2026-07-02.csv", DeliverySchedule.Every.day, "2026-07-02"), ("求职20260702.csv.gz", .workday, "2026-07-02"),
    ("x_202607.csv", .month, "2026-07-01"), ("x-2026-07.csv", .month, "2026-07-01"),
    ("x-2026M07.csv", .month, "2026-07-01"), ("fcg-public-2026Q3.csv", .quarter, "2026-07-01"),
  ])
  func namesSpeakOfPeriods(name: String, every: DeliverySchedule.Every, first: String) {
    #expect(ExportPeriod(named: name, every)?.first.iso == first)
  }

  @Test(arguments: [
    ("x-2026Q3.csv", DeliverySchedule.Every.month), ("x-2026-07-02.csv", .month), ("x-2026-02-30.csv", .day),
    ("x.csv", .day),
    ("x-2026-07-02.csv", .week), ("450602-1.csv", .month),
  ])
  func namesThatSayNothing(name: String, every: DeliverySchedule.Every) {
    #expect(ExportPeriod(named: name, every) == nil)
  }

  @Test func workingDays() {
    let calendar = WorkingDays(
      holidays: Set((1...7).map { day("2026-10-0\($0)") }), workdays: [day("2026-09-20"), day("2026-10-10")])
    // 30 September, then the holiday, 8 to 10 October.
    #expect(calendar.count(after: day("2026-09-29"), through: day("2026-10-10")) == 4)
    #expect(calendar.count(after: day("2026-10-10"), through: day("2026-10-10")) == 0)
    #expect(calendar.contains(day("2026-09-20")))
    #expect(!calendar.contains(day("2026-09-19")))
    #expect(calendar.knows(year: 2026))
    #expect(!calendar.knows(year: 2027))
  }
}
