/// `not_in_future: posted_on`: the day lies at most one day after the run's day.
public struct NotInFuture: RowCheck {
  public static let name = "not_in_future"
  public let fields: [String]

  public init(_ parameters: Parameters) throws(DeclarationProblem) { fields = [try parameters.text()] }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let (slot, name) = (try layout.slot(ofField: fields[0]), fields[0])
    let words = layout.words(for: name)
    return { row, context in
      guard let day = row[slot], day > context.today.ordinal + 1 else { return [] }
      return [RowProblem(.future, name, words(day))]
    }
  }
}
