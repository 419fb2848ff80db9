/// What the agencies copy from the public sites.
struct AgencyCopies {
  private let seed: UInt64
  private var numbers = 0
  /// Copies that are posted after the current quarter.
  private var waiting: [Posting] = []

  /// Share of the public postings that some agency copies.
  private static let share = 0.2

  init(seed: UInt64) { self.seed = seed }

  /// The copies of the quarter's file, from postings new in it and those that waited.
  mutating func run(_ originals: [Posting], quarter: Quarter) -> [Posting] {
    var random = SampleRandom(seed: seed, stream: 400 + UInt64(quarter.index))
    var due = waiting
    waiting = []
    for original in originals where !original.isBlemished && random.chance(AgencyCopies.share) {
      let last = min(original.fact.ends.ordinal - original.fact.start.ordinal, 21)
      let day = original.fact.start + random.integer(0...last)
      guard day >= AgencyFeed.start else { continue }
      let copy = copy(of: original, on: day, &random)
      if day <= quarter.last { due.append(copy) } else { waiting.append(copy) }
    }
    return due
  }

  private mutating func copy(of original: Posting, on day: SampleDay, _ random: inout SampleRandom) -> Posting {
    numbers += 1
    let number = "AZ\(String("000000\(numbers)".suffix(7)))"
    let platform = random.pick(PostingSite.agencies)
    let time = SampleTime(day, second: random.integer(28_800...61_200))
    var fact = original.fact
    fact = MarketFact(
      side: .demand, key: "postings/\(platform)/\(number)", start: day, ends: day, weight: fact.weight, unit: platform,
      region: fact.region, occupation: fact.occupation, sex: fact.sex, age: fact.age, education: fact.education,
      level: fact.level, section: fact.section, ownership: fact.ownership, employer: fact.employer, title: fact.title,
      number: number, isReposted: true)
    let place = (Place.counties + [Place.city] + Place.elsewhere).first { $0.code == fact.region } ?? Place.city
    var copy = Posting(
      number: number, platform: platform, employerName: original.employerName, creditCode: original.creditCode,
      ownership: fact.ownership, industry: original.industry, title: Title.retyped(original.title, &random),
      profile: original.profile, hasOccupation: original.hasOccupation,
      tightness: original.tightness, openings: original.openings, education: original.education,
      titleLevel: original.titleLevel, skillLevel: original.skillLevel,
      age: original.age, sex: original.sex, experience: original.experience, pay: original.pay,
      employment: original.employment, placeName: random.pick(place.names), placeCode: "\(place.code)",
      description: Description.make(original.profile.kind, lines: true, &random), posted: time, updated: time,
      fact: fact)
    copy.licence = PostingSystem.licence(platform)
    copy.repostedFrom = original.platform
    if random.chance(0.3) { copy.validUntil = day + random.pick([30, 60]) }
    copy.settle()
    return copy
  }
}
