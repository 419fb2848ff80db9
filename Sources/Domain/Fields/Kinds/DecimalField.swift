/// A number with at most six decimals, not below 0; kept in millionths.
public struct DecimalField: FieldKind {
  public static let name = "decimal"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "数, 不小于 0, 至多六位小数" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    guard let value = FixedPoint.parse(TextFold.fold(text), decimals: 6), value >= 0 else { return .problem(.amount) }
    return .value(value)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), "\(name) / 1000000.0")] }
}
