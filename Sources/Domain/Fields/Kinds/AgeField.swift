/// An age requirement; becomes `<name>_low`, `<name>_high`.
public struct AgeField: FieldKind {
  public static let name = "age"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers(["_low", "_high"]) }
  public var description: String { "年龄, 如 18-45岁" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    if Requirement.isNone(text) { return .missing }
    guard let limits = AgeText.parse(text) else { return .problem(.age) }
    return .values(limits.low, limits.high)
  }

  public func views(of name: String) -> [FieldView] {
    ["_low", "_high"].map { FieldView(.init(name + $0, .number), name + $0) }
  }
}
