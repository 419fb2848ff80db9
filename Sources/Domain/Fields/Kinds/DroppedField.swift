/// Recognised, so that its column is not told to be unknown, and never kept (a person's name).
public struct DroppedField: FieldKind {
  public static let name = "dropped"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .nothing }
  public var description: String { "不采用" }
  public func views(of name: String) -> [FieldView] { [] }
}
