/// Which days are worked: Monday to Friday, but for public holidays and the weekends worked in their stead (调休).
public struct WorkingDays: Sendable {
  /// Weekdays that are free and weekend days that are worked, in order, with the number of working days that they and
  /// those before them add.
  private let exceptions: [Int]
  private let added: [Int]
  private let years: Set<Int>

  /// - Parameters:
  ///   - holidays: free days; those on a weekend need not be named.
  ///   - workdays: days that are worked although they are at a weekend or a holiday.
  public init(holidays: Set<Day> = [], workdays: Set<Day> = []) {
    var changes: [Int: Int] = [:]
    for day in holidays where WorkingDays.isWeekday(day.ordinal) && !workdays.contains(day) {
      changes[day.ordinal] = -1
    }
    for day in workdays where !WorkingDays.isWeekday(day.ordinal) { changes[day.ordinal] = 1 }
    exceptions = changes.keys.sorted()
    var sum = 0
    added = exceptions.map { ordinal in
      sum += changes[ordinal] ?? 0
      return sum
    }
    years = Set(holidays.map(\.components.year))
  }

  public func contains(_ day: Day) -> Bool { worked(through: day.ordinal) > worked(through: day.ordinal - 1) }

  /// Working days after `start`, through `end`; 0 where `end` is not later.
  public func count(after start: Day, through end: Day) -> Int {
    end > start ? worked(through: end.ordinal) - worked(through: start.ordinal) : 0
  }

  /// The working day that is the `count`th after `start`; `start` where `count` is not positive.
  public func day(_ count: Int, after start: Day) -> Day {
    guard count > 0 else { return start }
    let wanted = worked(through: start.ordinal) + count
    // A week has five working days and no day more than one, so that this never goes beyond the day that is looked for.
    var ordinal = start.ordinal
    while case let missing = wanted - worked(through: ordinal), missing > 0 { ordinal += missing }
    return Day(ordinal: ordinal)
  }

  /// False where no holiday of the year is known, so that its days count as Monday to Friday alone.
  public func knows(year: Int) -> Bool { years.contains(year) }

  private static func isWeekday(_ ordinal: Int) -> Bool { weekday(ordinal) < 5 }

  /// 0 is Monday: 1970-01-01 was a Thursday.
  private static func weekday(_ ordinal: Int) -> Int { (ordinal % 7 + 10) % 7 }

  /// Working days through the day, counted from a Monday far away.
  private func worked(through ordinal: Int) -> Int {
    let weekday = WorkingDays.weekday(ordinal)
    let weekdays = (ordinal + 3 - weekday) / 7 * 5 + min(weekday + 1, 5)
    var (low, high) = (0, exceptions.count)
    while low < high {
      let middle = (low + high) / 2
      if exceptions[middle] <= ordinal { low = middle + 1 } else { high = middle }
    }
    return weekdays + (low == 0 ? 0 : added[low - 1])
  }
}
