/// Mistakes in a registration that cost a cell or a remark, never the row.
enum SeekerBlemish: CaseIterable {
  case education, person, sexConflict, region, category, closedEarly

  /// Applies the mistake to the texts, and to the fact what a correct reader makes of it.
  func spoil(_ seeker: inout Seeker, isCounty: Bool, _ random: inout SampleRandom) {
    switch self {
    case .education:
      seeker.education = "学历待定"
      seeker.fact.education = ""
    case .person:
      guard !seeker.person.isEmpty else { return }
      seeker.person = PersonID.broken(seeker.person)
      if seeker.sex.isEmpty { seeker.fact.sex = 0 }
      if seeker.birth.isEmpty { seeker.fact.age = 0 }
    case .sexConflict:
      guard !seeker.sex.isEmpty else { return }
      let isMale = seeker.fact.sex == 2
      seeker.sex = Document.word(isMale: isMale, isCounty: isCounty)
      seeker.fact.sex = isMale ? 1 : 2
    case .region:
      (seeker.regionName, seeker.regionCode) = ("火星市", "火星市")
      seeker.fact.region = MarketFact.nowhere
    case .category:
      seeker.category = "待分类"
      seeker.fact.category = ""
    case .closedEarly:
      seeker.closed = seeker.fact.start + -random.integer(1...15)
      seeker.settle()
    }
  }
}
