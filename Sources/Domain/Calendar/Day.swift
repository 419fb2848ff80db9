/// A calendar date as a count of days since 1970-01-01 (proleptic Gregorian); no time zone, no clock.
public struct Day: Hashable, Comparable, Sendable, Codable {
  /// Days since 1970-01-01; negative before it.
  public let ordinal: Int

  public init(ordinal: Int) { self.ordinal = ordinal }

  /// Nil where the date does not exist (2024-02-30, month 13, year outside 1900...9999; systems write 9999-12-31 for "without end").
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(ordinal: Day.count(year, month, day))
  }

  /// Reads the date at the beginning of a time in ISO 8601, `2026-09-30 02:00:15`; nil for anything else.
  public init?(iso text: String) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that a spreadsheet counts by this number, from 1899-12-30 or from 1904-01-01. It believes that 1900 was a leap
  /// year.
  public init(spreadsheet number: Int, isFrom1904: Bool = false) {
    self.init(ordinal: isFrom1904 ? number - 24_107 : number - 25_569 + (number < 60 ? 1 : 0))
  }

  /// Year, month (1...12) and day of the month (1...31).
  public var components: (year: Int, month: Int, day: Int) {
    // Days are counted from 0000-03-01, so that the leap day ends a year (Hinnant, civil_from_days).
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Full months since January of year 0: `year * 12 + month - 1`.
  public var monthOrdinal: Int {
    let parts = components
    return parts.year * 12 + parts.month - 1
  }

  /// ISO 8601, `2026-09-30`.
  public var iso: String {
    let parts = components
    return "\(parts.year)-\(twoDigits(parts.month))-\(twoDigits(parts.day))"
  }

  public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
