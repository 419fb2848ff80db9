/// An amount in yuan with at most two decimals, not below 0; kept in fen.
public struct MoneyField: FieldKind {
  public static let name = "money"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "金额 (元), 不小于 0, 至多两位小数" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    var folded = TextFold.fold(text)
    if folded.hasSuffix("元") { folded.removeLast() }
    guard let value = FixedPoint.parse(folded, decimals: 2), value >= 0 else { return .problem(.amount) }
    return .value(value)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), "\(name) / 100.0")] }
}
