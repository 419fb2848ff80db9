/// `pay_from_limits: {pay: pay, least: pay_min, most: pay_max}`: two pay columns say the same as one pay text.
public struct PayFromLimits: RowCheck {
  public static let name = "pay_from_limits"
  public static let parameters = ["pay", "least", "most"]
  private let pay: String
  private let least: String
  private let most: String

  public init(_ parameters: Parameters) throws(DeclarationProblem) {
    pay = try parameters.text("pay")
    least = try parameters.text("least")
    most = try parameters.text("most")
  }

  public var fields: [String] { [pay, least, most] }

  public func bind(_ layout: RowLayout, _ book: CodeBook) throws(DeclarationProblem) -> RowCheckBody {
    let slots = layout.columns(of: pay).compactMap { layout.integerSlots[$0] }
    guard layout.field(pay)?.kind is PayField, slots.count == 4 else {
      throw DeclarationProblem("\(pay) 不是薪酬 (kind: pay)", "换一个字段")
    }
    let (low, high, state, months) = (slots[0], slots[1], slots[2], slots[3])
    let (least, most, name) = (try layout.slot(ofField: least), try layout.slot(ofField: most), most)
    return { row, _ in
      guard row[low] == nil, row[high] == nil else { return [] }
      let limits = (row[least], row[most])
      guard limits.0 != nil || limits.1 != nil else { return [] }
      if let first = limits.0, let second = limits.1, first > second {
        row[least] = nil
        row[most] = nil
        return [RowProblem(.pay, name)]
      }
      (row[low], row[high]) = limits
      row[state] = PayState.stated.rawValue
      if row[months] == nil { row[months] = 12 }
      return []
    }
  }
}
