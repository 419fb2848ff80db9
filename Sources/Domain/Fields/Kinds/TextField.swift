/// A text of at most `max` characters.
public struct TextField: FieldKind {
  public static let name = "text"
  public static let parameters = ["max"]
  private let most: Int

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    most = try parameters.integer("max")
    guard (1...100_000).contains(most) else { throw DeclarationProblem("max 应为 1 到 100000", "写成 max: 200") }
  }

  public var storage: FieldStorage { .text(.plain) }
  public var limit: Int { most }
  public var description: String { "文字, 至多 \(most) 字" }
  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text), name)] }
}
