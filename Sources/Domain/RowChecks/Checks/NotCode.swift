/// `not_code: {field: transfer_mode, code: 自带}`: told where the field has the code, which breaks a rule; nothing is emptied.
public struct NotCode: RowCheck {
  public static let name = "not_code"
  public static let parameters = ["field", "code"]
  private let field: String
  private let code: String

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    field = try parameters.text("field")
    code = try parameters.text("code")
  }

  public var fields: [String] { [field] }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let (slot, name) = (try layout.slot(ofField: field), field)
    let number = try layout.number(of: code, in: field, book)
    // The rule of the archives keeps the words that clerks know.
    let rule: Rule = name == "transfer_mode" ? .selfCarried : .brokenRule
    return { row, _ in row[slot] == number ? [RowProblem(rule, name)] : [] }
  }
}
