import Disclosure
import Domain

/// The employers and persons behind the figures of one unit over a window.
struct CatalogTally {
  /// Openings that share something, of which the employers matter.
  enum Group: Int {
    /// Valid in the window.
    case demand
    /// Newly registered in it; all that follow are of those.
    case openings
    case statedPay
    /// Watched for the most days.
    case longest
    /// That ask for what most ask for.
    case title, major, education, titleLevel, skillLevel, experience
    /// Of the window before, with stated pay.
    case statedPayBefore
  }

  private var tally = EmployerTally()
  /// Openings that were filled while they were watched: as many persons.
  let filled: Int
  let applicants: Int
  let suitable: Int

  /// - Parameters:
  ///   - postings: of the unit, at least those of the window, of the one before and those carried over.
  ///   - quarters: ordinals of those of the window.
  init(_ profile: PostingProfile, _ postings: [ShortagePosting], quarters: ClosedRange<Int>) {
    let window = DaySpan(quarters: quarters)
    let before = DaySpan(quarters: (quarters.lowerBound - 4)...(quarters.upperBound - 4))
    let own = postings.filter { window.holds(Int($0.posted)) }
    let filledIn = own.filter { $0.filledOn >= 0 && Int($0.filledOn) <= window.last }
    filled = filledIn.reduce(0) { $0 + Int($1.openings) }
    applicants = own.reduce(0) { $0 + max(Int($1.applicants), 0) }
    suitable = own.reduce(0) { $0 + max(Int($1.suitable), 0) }
    for posting in postings {
      let day = Int(posting.posted)
      if window.holds(day) || day < window.first && Int(posting.ends) >= window.first { add(posting, .demand) }
      if before.holds(day), posting.pay >= 0 { add(posting, .statedPayBefore) }
    }
    let longest = own.map { $0.spell(asOf: window.last).days }.max()
    for posting in own {
      add(posting, .openings)
      if posting.pay >= 0 { add(posting, .statedPay) }
      if posting.spell(asOf: window.last).days == longest { add(posting, .longest) }
      if CatalogTally.has(posting.education, profile.education) { add(posting, .education) }
      if CatalogTally.has(posting.titleLevel, profile.titleLevel) { add(posting, .titleLevel) }
      if CatalogTally.has(posting.skillLevel, profile.skillLevel) { add(posting, .skillLevel) }
      if "\(posting.experience)" == profile.experience?.value { add(posting, .experience) }
    }
  }

  mutating func add(_ posting: ShortagePosting, _ group: Group) {
    // A posting without an employer is one of its own.
    let employer = posting.employer < 0 ? -posting.id - 1 : Int(posting.employer)
    tally.add(Int(posting.openings), of: employer, to: group.rawValue)
  }

  func employers(_ group: Group) -> ContributorFacts { tally.contributors([group.rawValue]) }

  /// Whether a code is the one that most ask for.
  private static func has(_ number: Int32, _ mode: PostingProfile.Mode?) -> Bool {
    mode.flatMap { $0.value == "0" ? 0 : CodeNumber.number($0.value) } == Int(number)
  }
}
