/// `needed_when: {field: outcome, given: closed_on}`: told where `given` has a value and `field` has none.
public struct NeededWhen: RowCheck {
  public static let name = "needed_when"
  public static let parameters = ["field", "given"]
  private let needed: String
  private let given: String

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    needed = try parameters.text("field")
    given = try parameters.text("given")
  }

  public var fields: [String] { [needed, given] }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let (wanted, reason, name) = (try layout.slot(ofField: needed), try layout.slot(ofField: given), needed)
    return { row, _ in row[reason] != nil && row[wanted] == nil ? [RowProblem(.neededWhen, name)] : [] }
  }
}
