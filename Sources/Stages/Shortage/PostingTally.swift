import Domain

/// What some postings come to: the floor's counts, F9, F10 and F13.
struct PostingTally {
  private(set) var openings = 0
  private(set) var employers: Set<Int32> = []
  private var applicants = (sum: 0, openings: 0)
  private var suitable = (sum: 0, openings: 0)
  private var spells: [VacancyDuration.Spell] = []
  private var offers: [(pay: Double, openings: Int)] = []

  /// - Parameter end: the day, an ordinal, at whose end the postings are looked at.
  init(_ postings: [ShortagePosting], asOf end: Int) {
    for posting in postings {
      let weight = Int(posting.openings)
      openings += weight
      employers.insert(posting.employer)
      if posting.applicants >= 0 {
        applicants = (applicants.sum + Int(posting.applicants), applicants.openings + weight)
      }
      if posting.suitable >= 0 { suitable = (suitable.sum + Int(posting.suitable), suitable.openings + weight) }
      if posting.pay >= 0 { offers.append((posting.pay, weight)) }
      spells.append(posting.spell(asOf: end))
    }
  }

  /// F10.
  var durationMedian: Int? { VacancyDuration.median(spells) }
  /// The most days that a posting was watched.
  var longestSpell: Int? { spells.map(\.days).max() }
  /// F13, P50, CNY a month.
  var payMedian: Double? { pay([0.5])[0] }
  /// Applicants per opening of the postings that state them.
  var applicantsPerOpening: Double? { PostingTally.ratio(applicants) }
  /// F9.
  var suitablePerOpening: Double? { PostingTally.ratio(suitable) }

  /// F13, unrounded; nil where nothing is offered.
  func pay(_ shares: [Double]) -> [Double?] { OfferedPay.quantiles(offers, shares) }

  private static func ratio(_ pair: (sum: Int, openings: Int)) -> Double? {
    pair.openings > 0 ? Double(pair.sum) / Double(pair.openings) : nil
  }
}
