/// A unit that reports (platform, office): a text held in a dictionary.
public struct UnitField: FieldKind {
  public static let name = "unit"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .text(.unit) }
  public var limit: Int { 64 }
  public var description: String { "报送单位" }
  public func views(of name: String) -> [FieldView] {
    [FieldView(.init(name, .text), "(SELECT name FROM main.unit WHERE id = unit)")]
  }
}
