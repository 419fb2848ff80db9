/// The first day of the Chinese year in the Gregorian calendar.
public enum LunarNewYear {
  /// Years that have an entry.
  public static let years = 1990...2060

  /// Days after 20 January, by year from 1990 on. Source: the calendar of the Purple Mountain Observatory as ICU has it.
  private static let offsets = [
    7, 26, 15, 3, 21, 11, 30, 18, 8, 27, 16, 4, 23, 12, 2, 20, 9, 29, 18, 6, 25, 14, 3, 21, 11, 30, 19, 8, 27, 16, 5,
    23, 12, 2, 21, 9, 28, 17, 6, 24, 14, 3, 22, 11, 30, 19, 8, 26, 15, 4, 23, 12, 2, 21, 10, 28, 17, 6, 25, 13, 3, 22,
    12, 30, 19, 8, 26, 15, 4, 23, 13,
  ]

  /// Month (1 or 2) and day; nil outside `years`.
  public static func date(_ year: Int) -> (month: Int, day: Int)? {
    guard let place = dayOfYear(year) else { return nil }
    return place > 31 ? (2, place - 31) : (1, place)
  }

  /// 1 for 1 January; nil outside `years`.
  static func dayOfYear(_ year: Int) -> Int? {
    years.contains(year) ? 20 + offsets[year - years.lowerBound] : nil
  }
}
