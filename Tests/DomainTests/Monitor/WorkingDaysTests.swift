import Domain
import Testing

@Suite struct WorkingDaysTests {
  /// Days by ordinal, so that a day has no chance to be forgotten.
  private let holidays = Set([1, 2, 3, 9, 10, 18].map { Day(ordinal: 20_000 + $0) })
  private let workdays = Set([4, 5, 11, 12, 40].map { Day(ordinal: 20_000 + $0) })

  /// As the law says it, day by day.
  private func isWorked(_ day: Day) -> Bool {
    workdays.contains(day) || ((day.ordinal % 7 + 10) % 7 < 5 && !holidays.contains(day))
  }

  @Test func countsAsDayByDay() {
    let calendar = WorkingDays(holidays: holidays, workdays: workdays)
    for start in 19_990..<20_060 {
      var count = 0
      for end in start + 1..<start + 60 {
        let day = Day(ordinal: end)
        #expect(calendar.contains(day) == isWorked(day))
        count += isWorked(day) ? 1 : 0
        #expect(calendar.count(after: Day(ordinal: start), through: day) == count)
        if isWorked(day) { #expect(calendar.day(count, after: Day(ordinal: start)) == day) }
      }
    }
    #expect(calendar.day(0, after: Day(ordinal: 20_001)) == Day(ordinal: 20_001))
    #expect(calendar.count(after: Day(ordinal: 20_001), through: Day(ordinal: 20_001)) == 0)
  }

  @Test func beforeTheEpoch() {
    let calendar = WorkingDays()
    // 1969-12-29 was a Monday.
    #expect(calendar.contains(Day(ordinal: -3)))
    #expect(!calendar.contains(Day(ordinal: -4)))
    #expect(calendar.count(after: Day(ordinal: -11), through: Day(ordinal: -3)) == 6)
  }
}
