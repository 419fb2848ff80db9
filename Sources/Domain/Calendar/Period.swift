/// A month, quarter, half-year or year: a unit and an ordinal. No clock, no time zone.
///
/// `Period("2026Q3")`, `Period("2026M09")`, `Period("2026H2")`, `Period("2026")`.
public struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  public enum Unit: Int, Sendable, CaseIterable {
    case month = 1
    case quarter = 3
    case half = 6
    case year = 12

    /// Periods of this unit a year.
    public var perYear: Int { 12 / rawValue }
  }

  public let unit: Unit
  /// Periods of this unit since year 0: 2026Q3 has the ordinal 2026 * 4 + 2.
  public let ordinal: Int

  public init(unit: Unit, ordinal: Int) {
    self.unit = unit
    self.ordinal = ordinal
  }

  /// The period of `unit` that holds `day`.
  public init(unit: Unit, containing day: Day) {
    self.init(unit: unit, ordinal: day.monthOrdinal / unit.rawValue)
  }

  /// Reads `2026Q3`, `2026M09` (also `2026-09`), `2026H2` and `2026` (also `2026Y`); nil for anything else.
  public init?(_ text: String) {
    let characters = Array(text.uppercased())
    guard characters.count >= 4, let year = Int(String(characters[0..<4])), (1900...2200).contains(year) else {
      return nil
    }
    let rest = String(characters[4...])
    if rest.isEmpty || rest == "Y" {
      self.init(unit: .year, ordinal: year)
      return
    }
    guard let letter = rest.first, rest.dropFirst().allSatisfy(\.isNumber), let number = Int(rest.dropFirst()) else {
      return nil
    }
    switch (letter, number) {
    case ("Q", 1...4): self.init(unit: .quarter, ordinal: year * 4 + number - 1)
    case ("H", 1...2): self.init(unit: .half, ordinal: year * 2 + number - 1)
    case ("M", 1...12), ("-", 1...12): self.init(unit: .month, ordinal: year * 12 + number - 1)
    default: return nil
    }
  }

  /// The same text that `init(_:)` reads: `2026Q3`.
  public var description: String {
    switch unit {
    case .month: "\(year)M\(twoDigits(number))"
    case .quarter: "\(year)Q\(number)"
    case .half: "\(year)H\(number)"
    case .year: "\(year)"
    }
  }

  public var year: Int { ordinal / perYear }
  /// The number within its year, from 1.
  public var number: Int { ordinal % perYear + 1 }
  public var firstMonth: Int { ordinal * unit.rawValue }
  /// Month ordinals (see `Day.monthOrdinal`) that the period is made of.
  public var months: ClosedRange<Int> { firstMonth...(firstMonth + unit.rawValue - 1) }
  public var firstDay: Day { Period.firstDay(ofMonth: firstMonth) }
  public var lastDay: Day { Day(ordinal: Period.firstDay(ofMonth: firstMonth + unit.rawValue).ordinal - 1) }

  /// The period before of the same unit (环比).
  public var previous: Period { advanced(by: -1) }
  /// The same period one year before (同比).
  public var yearBefore: Period { advanced(by: -perYear) }

  public func advanced(by count: Int) -> Period { Period(unit: unit, ordinal: ordinal + count) }

  /// 「2026年第三季度」
  public var nameZh: String {
    switch unit {
    case .month: "\(year)年\(number)月"
    case .quarter: "\(year)年第\(["一", "二", "三", "四"][number - 1])季度"
    case .half: "\(year)年\(number == 1 ? "上" : "下")半年"
    case .year: "\(year)年"
    }
  }

  /// `Q3 2026`
  public var nameEn: String {
    switch unit {
    case .month: "\(year)-\(twoDigits(number))"
    case .quarter: "Q\(number) \(year)"
    case .half: "H\(number) \(year)"
    case .year: "\(year)"
    }
  }

  /// The periods of the next smaller unit that it is made of: a year of its half-years, these of quarters, these of
  /// months; none of a month.
  public var parts: [Period] {
    guard let smaller = Unit.allCases.last(where: { $0.rawValue < unit.rawValue }) else { return [] }
    let count = unit.rawValue / smaller.rawValue
    return (0..<count).map { Period(unit: smaller, ordinal: ordinal * count + $0) }
  }

  /// The period of the next larger unit that it lies in; nil for a year.
  public var whole: Period? {
    Unit.allCases.first { $0.rawValue > unit.rawValue }.map { larger in
      Period(unit: larger, ordinal: ordinal / (larger.rawValue / unit.rawValue))
    }
  }

  public static func < (left: Period, right: Period) -> Bool {
    (left.firstMonth, left.unit.rawValue) < (right.firstMonth, right.unit.rawValue)
  }

  private var perYear: Int { unit.perYear }

  private static func firstDay(ofMonth ordinal: Int) -> Day {
    // A month ordinal always names a real first of the month within the years Day takes.
    Day(year: ordinal / 12, month: ordinal % 12 + 1, day: 1) ?? Day(ordinal: 0)
  }
}
