/// A reporting period (`2026Q3`, `2026M07`, `2026H1`, `2026`); becomes `<name>` and the days `<name>_start`, `<name>_end`.
public struct PeriodField: FieldKind {
  public static let name = "period"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers(["", "_start", "_end"]) }
  public var description: String { "期别, 如 2026Q3、2026M07、2026H1、2026" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let period = Period(TextFold.fold(text)) else { return .problem(.date) }
    return .values(PeriodField.number(period), period.firstDay.ordinal, period.lastDay.ordinal)
  }

  /// Unit and ordinal in one number: the ordinal times 100 and the months of the unit.
  public static func number(_ period: Period) -> Int { period.ordinal * 100 + period.unit.rawValue }

  /// What `number` made; nil for a number that it does not make.
  public static func period(_ number: Int) -> Period? {
    Period.Unit(rawValue: number % 100).map { Period(unit: $0, ordinal: number / 100) }
  }

  public func views(of name: String) -> [FieldView] {
    [FieldView(.init(name, .text), "tf_period(\(name))")]
      + ["_start", "_end"].map { FieldView(.init(name + $0, .text), "tf_day(\(name + $0))") }
  }
}
