/// 统一社会信用代码, check character MOD 31.
public struct CreditCodeField: FieldKind {
  public static let name = "credit-code"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .text(.creditCode) }
  public var description: String { "18 位统一社会信用代码" }
  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text), name)] }
}
