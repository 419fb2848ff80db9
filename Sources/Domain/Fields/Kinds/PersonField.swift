/// A resident number: checked, turned into a pseudonym, dropped. It gives birth and sex too.
public struct PersonField: FieldKind {
  public static let name = "person"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""], .person) }
  public var description: String { "居民身份证号码" }
  // A BLOB can be compared and joined, and is refused in what anybody reads.
  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .opaque), "CAST(\(name) AS BLOB)")] }
}
