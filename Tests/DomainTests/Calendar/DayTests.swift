import Domain
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (1900, 1, 1, -25_567), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
    (2026, 9, 30, 20_726), (2100, 3, 1, 47_541), (2200, 12, 31, 84_370),
  ])
  func countsDaysSince1970(year: Int, month: Int, day: Int, ordinal: Int) throws {
    #expect(try #require(Day(year: year, month: month, day: day)).ordinal == ordinal)
  }

  @Test(arguments: [
    (2026, 2, 29), (2026, 2, 30), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
    (2026, 1, 0), (2026, 1, 32), (1899, 12, 31), (10_000, 1, 1),
  ])
  func refusesDatesThatDoNotExist(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(1900, 28), (2000, 29), (2024, 29), (2026, 28), (2100, 28), (2200, 28)])
  func knowsLeapYears(year: Int, february: Int) {
    #expect(Day.length(ofMonth: 2, year: year) == february)
  }

  /// Walks the calendar by counting, without the arithmetic under test.
  @Test func everyDayFrom1900To2200FollowsTheOneBefore() {
    var ordinal = -25_567
    var wrong: [Int] = []
    for year in 1900...2200 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in [1, 2, 15, length - 1, length] {
          let found = Day(ordinal: ordinal + day - 1)
          if found.components != (year, month + 1, day) || found.monthOrdinal != year * 12 + month
            || Day(year: year, month: month + 1, day: day) != found
          {
            wrong.append(found.ordinal)
          }
        }
        ordinal += length
      }
    }
    #expect(wrong.isEmpty)
    #expect(ordinal == 84_371)
  }

  @Test func isoHasTwoDigits() throws {
    #expect(try #require(Day(year: 2026, month: 3, day: 5)).iso == "2026-03-05")
    #expect(Day(ordinal: -1) < Day(ordinal: 0))
  }
}
