/// A day of the Gregorian calendar, counted from 1970-01-01.
struct SampleDay: Comparable, Hashable, Sendable {
  let ordinal: Int

  init(ordinal: Int) { self.ordinal = ordinal }

  init(_ year: Int, _ month: Int, _ day: Int) {
    // Counted in years that begin in March, so that the leap day comes last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    ordinal = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day.
  var parts: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civil = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civil <= 2 ? 1 : 0), civil, day)
  }

  /// 0 Sunday to 6 Saturday.
  var weekday: Int { (ordinal + 4) % 7 }

  /// `2026-03-05`.
  var iso: String {
    let (year, month, day) = parts
    return "\(year)-\(SampleDay.two(month))-\(SampleDay.two(day))"
  }

  /// `2026/3/5`.
  var slashed: String {
    let (year, month, day) = parts
    return "\(year)/\(month)/\(day)"
  }

  /// `2026年3月5日`.
  var chinese: String {
    let (year, month, day) = parts
    return "\(year)年\(month)月\(day)日"
  }

  static func < (left: SampleDay, right: SampleDay) -> Bool { left.ordinal < right.ordinal }

  static func + (day: SampleDay, days: Int) -> SampleDay { SampleDay(ordinal: day.ordinal + days) }

  /// At least two digits.
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
