/// The employer's name; with the credit code it names the employer in the dictionary.
public struct EmployerNameField: FieldKind {
  public static let name = "employer-name"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .text(.employerName) }
  public var description: String { "单位名称" }
  public func views(of name: String) -> [FieldView] {
    [FieldView(.init(name, .text), "(SELECT name FROM main.employer WHERE id = employer)")]
  }
}
