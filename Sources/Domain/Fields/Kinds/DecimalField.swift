/// A number with at most six decimals; kept in millionths.
public struct DecimalField: FieldKind {
  public static let name = "decimal"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "数, 至多六位小数" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    FixedPoint.parse(TextFold.fold(text), decimals: 6).map { .value($0) } ?? .problem(.amount)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), "\(name) / 1000000.0")] }
}
