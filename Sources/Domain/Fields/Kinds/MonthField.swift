/// A month: `2026-07`.
public struct MonthField: FieldKind {
  public static let name = "month"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "月份, 如 2026-07" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    let day = DateText.parse("\(text)-01") ?? DateText.parse("\(text)01") ?? DateText.parse(text)
    return day.map { .value($0.monthOrdinal) } ?? .problem(.date)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text), "tf_month(\(name))")] }
}
