import Domain
import Warehouse

/// What the postings of each unit ask for and offer; titles and majors are read in one sweep over the texts.
struct ProfileBuilder {
  private let talent: TalentCodes
  private let units: [[ShortagePosting]]
  /// Openings by text, a unit.
  private var titles: [[String: Int]]
  private var majors: [[String: Int]]
  /// Of units whose occupation was not given with all openings: some employers that have written a title.
  private var writers: [[String: [Int32]]]

  /// - Parameter units: the postings of the window, a unit.
  init(_ db: Database, units: [[ShortagePosting]], talent: TalentCodes) throws {
    self.talent = talent
    self.units = units
    var order = units.indices.flatMap { unit in
      units[unit].map { (id: $0.id, unit: unit, openings: Int($0.openings), employer: $0.employer) }
    }
    order.sort { $0.id < $1.id }
    var writers = [[String: [Int32]]](repeating: [:], count: units.count)
    let isRead = units.map { $0.contains { $0.basis != TitleBasis.given.rawValue } }
    var texts = [[[String: Int]]](repeating: Array(repeating: [:], count: units.count), count: 2)
    try TextSweep(db, dataset: MarketDataset.postings).read(["title", "major"], of: order.map(\.id)) {
      place, column, text in
      let posting = order[place]
      texts[column][posting.unit][text, default: 0] += posting.openings
      guard column == 0, isRead[posting.unit], posting.employer >= 0 else { return }
      let known = writers[posting.unit][text] ?? []
      guard known.count < TitleEvidence.leastEmployers, !known.contains(posting.employer) else { return }
      writers[posting.unit][text, default: []].append(posting.employer)
    }
    (titles, majors, self.writers) = (texts[0], texts[1], writers)
  }

  func profile(_ unit: Int) -> PostingProfile {
    let postings = units[unit]
    let openings = postings.reduce(0) { $0 + Int($1.openings) }
    func code(_ column: KeyPath<ShortagePosting, Int32>) -> PostingProfile.Mode? {
      ProfileBuilder.mode(ProfileBuilder.counts(postings, column), of: openings).map { number, share in
        PostingProfile.Mode(value: number == 0 ? "0" : CodeNumber.code(Int(number)), share: share)
      }
    }
    func text(_ counts: [String: Int]) -> PostingProfile.Mode? {
      ProfileBuilder.mode(counts, of: openings).map { PostingProfile.Mode(value: $0.value, share: $0.share) }
    }
    let years = ProfileBuilder.mode(ProfileBuilder.counts(postings, \.experience), of: openings)
    let talented = postings.reduce(0) { $0 + (talent.isTalent($1) ? Int($1.openings) : 0) }
    let offers = postings.compactMap { $0.pay < 0 ? nil : (pay: $0.pay, openings: Int($0.openings)) }
    return PostingProfile(
      title: text(titles[unit]), education: code(\.education), titleLevel: code(\.titleLevel),
      skillLevel: code(\.skillLevel), major: text(majors[unit]),
      experience: years.map { PostingProfile.Mode(value: "\($0.value)", share: $0.share) },
      pay: OfferedPay.quantiles(offers, [0.25, 0.5, 0.75]),
      talentShare: openings > 0 ? Double(talented) / Double(openings) : 0,
      industries: ProfileBuilder.industries(postings), evidence: evidence(unit))
  }

  private func evidence(_ unit: Int) -> TitleEvidence? {
    let bases = ProfileBuilder.counts(units[unit], \.basis)
    guard bases.keys.contains(where: { $0 != TitleBasis.given.rawValue }) else { return nil }
    let common = titles[unit].filter { writers[unit][$0.key]?.count ?? 0 >= TitleEvidence.leastEmployers }
    return TitleEvidence(
      openings: Dictionary(
        uniqueKeysWithValues: bases.compactMap { basis, openings in
          TitleBasis(rawValue: Int(basis)).map { ($0, openings) }
        }),
      titles: common.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(TitleEvidence.mostTitles).map {
        TitleEvidence.Title(text: $0.key, openings: $0.value)
      })
  }

  private static func industries(_ postings: [ShortagePosting]) -> [(code: String, openings: Int)] {
    counts(postings, \.industry).filter { $0.key >= 0 }
      .map { (code: CodeNumber.code(Int($0.key)), openings: $0.value) }
      .sorted { ($1.openings, $0.code) < ($0.openings, $1.code) }
  }

  private static func counts(_ postings: [ShortagePosting], _ column: KeyPath<ShortagePosting, Int32>) -> [Int32: Int] {
    postings.reduce(into: [:]) { $0[$1[keyPath: column], default: 0] += Int($1.openings) }
  }

  /// The value with most openings, the smaller one of several, and its part of all openings.
  private static func mode<Value: Hashable & Comparable>(
    _ counts: [Value: Int], of openings: Int
  ) -> (value: Value, share: Double)? {
    guard openings > 0, let best = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { return nil }
    return (best.key, Double(best.value) / Double(openings))
  }
}
