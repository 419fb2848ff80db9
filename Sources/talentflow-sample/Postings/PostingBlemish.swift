/// Mistakes in a posting that cost a cell or a remark, never the row.
enum PostingBlemish: CaseIterable {
  case creditCode, education, pay, age, closedEarly, region, filled, ownership, replacement, wantedEarly

  /// Applies the mistake to the texts, and to the fact what a correct reader makes of it.
  func spoil(_ posting: inout Posting, _ random: inout SampleRandom) {
    posting.isBlemished = true
    switch self {
    case .creditCode:
      posting.creditCode = CreditCode.broken(posting.creditCode)
      posting.fact.employer = posting.employerName
    case .education:
      posting.education = "学历待定"
      posting.fact.education = ""
    case .pay:
      posting.pay = PayOffer(text: "看表现", low: nil, high: nil)
    case .age:
      posting.age = "年轻"
      posting.fact.age = 0
    case .closedEarly:
      posting.closed = posting.fact.start + -random.integer(2...20)
      posting.closeReason = "撤回"
      posting.settle()
    case .region:
      (posting.placeName, posting.placeCode) = ("火星市", "火星市")
      posting.fact.region = MarketFact.nowhere
    case .filled:
      posting.filled = "\(posting.fact.weight + random.integer(1...4))"
    case .ownership:
      posting.ownership = "某类单位"
      posting.fact.ownership = "90"
    case .replacement:
      posting.description += "\u{FFFD}"
    case .wantedEarly:
      posting.wantedBy = posting.fact.start + -random.integer(1...9)
    }
  }
}
