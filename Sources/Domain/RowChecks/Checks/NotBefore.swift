/// `not_before: {of: posted_on, fields: [closed_on]}`: the fields do not lie before `of`; those that do are emptied.
public struct NotBefore: RowCheck {
  public static let name = "not_before"
  public static let parameters = ["of", "fields"]
  private let start: String
  private let later: [String]

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    start = try parameters.text("of")
    later = parameters.texts("fields")
    guard !later.isEmpty else { throw DeclarationProblem("fields 是空的", "写成 fields: [结束的字段]") }
  }

  public var fields: [String] { [start] + later }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let main = try layout.slot(ofField: start)
    let (names, slots) = (later, try layout.slots(ofFields: later))
    let words = layout.words(for: start)
    return { row, _ in
      guard let start = row[main], slots.contains(where: { (row[$0] ?? start) < start }) else { return [] }
      var problems: [RowProblem] = []
      for (field, slot) in zip(names, slots) {
        guard let day = row[slot], day < start else { continue }
        row[slot] = nil
        problems.append(RowProblem(.dateOrder, field, "\(words(day)) 早于 \(words(start))"))
      }
      return problems
    }
  }
}
