/// A period that the true figures are given for.
struct TruthPeriod {
  /// `2026Q3`, `2026M09`, `2026H1`, `2025`.
  let name: String
  let first: SampleDay
  /// First day of the period after it.
  let end: SampleDay
  private let year: Int
  /// First month, counted from 0.
  private let month: Int
  private let months: Int

  /// A quarter, a quarter of another year, a month, a half-year and a year.
  static let all = [
    TruthPeriod("2026Q3", 2026, month: 6, months: 3), TruthPeriod("2025Q2", 2025, month: 3, months: 3),
    TruthPeriod("2026M09", 2026, month: 8, months: 1), TruthPeriod("2026H1", 2026, month: 0, months: 6),
    TruthPeriod("2025", 2025, month: 0, months: 12),
  ]

  private init(_ name: String, _ year: Int, month: Int, months: Int) {
    self.name = name
    self.year = year
    self.month = month
    self.months = months
    first = TruthPeriod.monthStart(year * 12 + month)
    end = TruthPeriod.monthStart(year * 12 + month + months)
  }

  /// The period before, of the same length.
  var previous: TruthPeriod { shifted(by: -months) }

  /// The same period of the year before.
  var yearBefore: TruthPeriod { shifted(by: -12) }

  private func shifted(by count: Int) -> TruthPeriod {
    let start = year * 12 + month + count
    return TruthPeriod("", start / 12, month: start % 12, months: months)
  }

  /// First day of a month counted from January of year 0.
  private static func monthStart(_ month: Int) -> SampleDay { SampleDay(month / 12, month % 12 + 1, 1) }
}
