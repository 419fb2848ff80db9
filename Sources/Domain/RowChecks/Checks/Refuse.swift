/// `refuse: {field: secrecy, codes: [秘密, 机密]}`: a row with one of the codes does not enter the warehouse.
public struct Refuse: RowCheck {
  public static let name = "refuse"
  public static let parameters = ["field", "codes"]
  private let field: String
  private let codes: [String]

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    field = try parameters.text("field")
    codes = parameters.texts("codes")
    guard !codes.isEmpty else { throw DeclarationProblem("codes 是空的", "写成 codes: [代码]") }
  }

  public var fields: [String] { [field] }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let (slot, name) = (try layout.slot(ofField: field), field)
    var refused: Set<Int> = []
    for code in codes { refused.insert(try layout.number(of: code, in: field, book)) }
    return { [refused] row, _ in
      row[slot].map(refused.contains) ?? false ? [RowProblem(.refused, name, severity: .reject)] : []
    }
  }
}
