/// Which days are worked: Monday to Friday, but for public holidays and the weekends worked in their stead (调休).
public struct WorkingDays: Sendable {
  private let holidays: Set<Day>
  private let workdays: Set<Day>

  /// - Parameters:
  ///   - holidays: free days; those on a weekend need not be named.
  ///   - workdays: weekend days that are worked.
  public init(holidays: Set<Day> = [], workdays: Set<Day> = []) {
    self.holidays = holidays
    self.workdays = workdays
  }

  public func contains(_ day: Day) -> Bool {
    // 1970-01-01 was a Thursday: 0 is Monday.
    let weekday = (day.ordinal % 7 + 10) % 7
    return workdays.contains(day) || (weekday < 5 && !holidays.contains(day))
  }

  /// Working days after `start`, through `end`; 0 where `end` is not later.
  public func count(after start: Day, through end: Day) -> Int {
    guard end > start else { return 0 }
    return (start.ordinal + 1...end.ordinal).count { contains(Day(ordinal: $0)) }
  }

  /// False where no holiday of the year is known, so that its days count as Monday to Friday alone.
  public func knows(year: Int) -> Bool { holidays.contains { $0.components.year == year } }
}
