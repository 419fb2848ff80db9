/// `at_most: {field: amount_paid, than: amount_applied}`: told where it is more; nothing is emptied.
public struct AtMost: RowCheck {
  public static let name = "at_most"
  public static let parameters = ["field", "than"]
  private let small: String
  private let large: String

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    small = try parameters.text("field")
    large = try parameters.text("than")
  }

  public var fields: [String] { [small, large] }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let (one, other, name) = (try layout.slot(ofField: small), try layout.slot(ofField: large), small)
    // Kinds keep numbers in units of their own: only like can be held against like.
    guard let kinds = layout.field(small).flatMap({ one in layout.field(large).map { (one.kind, $0.kind) } }),
      AtMost.unit(kinds.0) == AtMost.unit(kinds.1)
    else { throw DeclarationProblem("\(small) 与 \(large) 的单位不同, 不能比大小", "用同一种 kind 的字段") }
    return { row, _ in
      guard let small = row[one], let large = row[other], small > large else { return [] }
      return [RowProblem(.aboveLimit, name)]
    }
  }

  private static func unit(_ kind: any FieldKind) -> String {
    switch kind {
    case is MoneyField: "fen"
    case is DecimalField: "millionths"
    case is DateField: "days"
    case is MonthField: "months"
    default: "ones"
    }
  }
}
