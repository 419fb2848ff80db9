/// A day.
public struct DateField: FieldKind {
  public static let name = "date"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""], .date) }
  public var description: String { "日期, 如 2026-03-05" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    DateText.parse(text).map { .value($0.ordinal) } ?? .problem(.date)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text), "tf_day(\(name))")] }
}
