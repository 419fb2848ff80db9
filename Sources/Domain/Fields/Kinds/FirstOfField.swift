/// No column of an export: the first of other fields that has a value, so that either of two can be the contributor.
public struct FirstOfField: FieldKind {
  public static let name = "first-of"
  public static let parameters = ["fields"]
  /// In the order in which they are asked.
  public let fields: [String]

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    fields = parameters.texts("fields")
    guard fields.count > 1 else { throw DeclarationProblem("first-of 至少要两个字段", "写成 fields: [person, uscc]") }
  }

  public var storage: FieldStorage { .nothing }
  public var description: String { "\(fields.joined(separator: "、")) 中第一个有值的" }
  /// None of its own: a dataset makes it of the parts as its rows hold them.
  public func views(of name: String) -> [FieldView] { [] }

  // A text and a BLOB never meet, so that a number of a person and a credit code cannot be taken for each other.
  func view(of name: String, parts: [String]) -> FieldView {
    FieldView(.init(name, .opaque), "coalesce(\(parts.map { "CAST(\($0) AS BLOB)" }.joined(separator: ", ")))")
  }
}
