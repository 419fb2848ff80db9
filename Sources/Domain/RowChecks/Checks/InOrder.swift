/// `in_order: [applied_on, accepted_on, decided_on]`: the days follow each other; nothing is emptied.
public struct InOrder: RowCheck {
  public static let name = "in_order"
  public let fields: [String]

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    fields = parameters.texts()
    guard fields.count > 1 else { throw DeclarationProblem("in_order 至少要两个字段", "写成 in_order: [申请, 办结]") }
  }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let (names, slots) = (fields, try layout.slots(ofFields: fields))
    let words = layout.words(for: fields[0])
    return { row, _ in
      var latest = Int.min
      for (field, slot) in zip(names, slots) {
        guard let day = row[slot] else { continue }
        if day < latest { return [RowProblem(.stageOrder, field, "\(words(day)) 早于 \(words(latest))")] }
        latest = day
      }
      return []
    }
  }
}
