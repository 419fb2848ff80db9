/// `shape: {field: paper_no, pattern: "A999"}`: `A` stands for a capital letter, `9` for a digit, anything else for itself; a
/// row whose text is of another shape is rejected. `pattern: source` leaves the shape to each source file.
public struct Shape: RowCheck {
  public static let name = "shape"
  public static let parameters = ["field", "pattern"]
  public let field: String
  /// Nil where each source has its own.
  public let picture: String?

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    field = try parameters.text("field")
    let pattern = try parameters.text("pattern")
    picture = pattern == "source" ? nil : pattern
  }

  public var fields: [String] { [field] }

  /// Texts are looked at when they are read, so that nothing is left to check in the row.
  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    guard layout.textSlots[field] != nil else { throw DeclarationProblem("\(field) 不是文字字段", "shape 只用于文字") }
    return { _, _ in [] }
  }
}
