/// A part of the business key: a text of at most 64 characters, taken as it is or not at all.
public struct KeyField: FieldKind {
  public static let name = "key"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .text(.key) }
  public var limit: Int { 64 }
  public var description: String { "编号, 至多 64 字" }
  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .text), name)] }
}
