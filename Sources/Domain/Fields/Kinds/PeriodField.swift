/// A reporting period (`2026Q3`, `2026M07`, `2026H1`, `2026`; also 2026年第三季度, 2026年7月, 2026年上半年, 2026年度); becomes
/// `<name>` and the days `<name>_start`, `<name>_end`.
public struct PeriodField: FieldKind {
  public static let name = "period"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers(["", "_start", "_end"]) }
  public var description: String { "期别, 如 2026Q3、2026M07、2026H1、2026" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let period = Period(PeriodField.code(TextFold.fold(text))) else { return .problem(.period) }
    return .values(PeriodField.number(period), period.firstDay.ordinal, period.lastDay.ordinal)
  }

  /// The words of a year's parts as codes; any other text as it is.
  private static func code(_ text: String) -> String {
    let parts = text.split(separator: "年", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    let rest = parts[1].replacing("第", with: "")
    if rest.isEmpty || rest == "度" || rest == "全年" { return String(parts[0]) }
    if let half = ["上半年", "下半年"].firstIndex(of: rest) { return "\(parts[0])H\(half + 1)" }
    if rest.hasSuffix("月") || rest.hasSuffix("月份") { return "\(parts[0])M\(rest.prefix { $0.isNumber })" }
    guard let ending = ["季度", "季"].first(where: rest.hasSuffix) else { return text }
    let number = rest.dropLast(ending.count)
    let quarter = ["一", "二", "三", "四"].firstIndex(of: number).map { "\($0 + 1)" } ?? String(number)
    return "\(parts[0])Q\(quarter)"
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
