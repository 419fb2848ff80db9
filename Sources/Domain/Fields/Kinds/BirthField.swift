/// 出生年月: a day, the first of the month where only the month is given.
public struct BirthField: FieldKind {
  public static let name = "birth"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "出生年月" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    let day = DateText.parse(text) ?? DateText.parse("\(text)-01") ?? DateText.parse("\(text)01")
    return day.map { .value($0.ordinal) } ?? .problem(.date)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text), "tf_day(\(name))")] }
}
