/// An amount in yuan with at most two decimals; kept in fen.
public struct MoneyField: FieldKind {
  public static let name = "money"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "金额 (元), 至多两位小数" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    var folded = TextFold.fold(text)
    if folded.hasSuffix("元") { folded.removeLast() }
    return FixedPoint.parse(folded, decimals: 2).map { .value($0) } ?? .problem(.amount)
  }

  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .number), "\(name) / 100.0")] }
}
