/// A posting as its system holds it: texts as exported, and beside them the fact.
struct Posting {
  let number: String
  let platform: String
  var employerName: String
  var creditCode: String
  var ownership: String
  let industry: Industry?
  var title: String
  let profile: JobProfile
  let hasOccupation: Bool
  /// Of its job in the quarter in which it was posted.
  let tightness: Double
  var openings: String
  var education: String
  let titleLevel: String
  let skillLevel: String
  var age: String
  let sex: String
  let experience: String
  var pay: PayOffer
  let employment: String
  /// Place of work as a name; the code is the fact's.
  var placeName: String
  /// As a 6-digit code, or a word that is none.
  var placeCode: String
  var description: String
  let posted: SampleTime
  var validUntil: SampleDay?
  var wantedBy: SampleDay?
  var closed: SampleDay?
  var closeReason = ""
  var filled = ""
  var applicants = ""
  var suitable = ""
  var licence = ""
  var repostedFrom = ""
  var updated: SampleTime
  var fact: MarketFact
  /// Anything in it is wrong or missing that a copy of it would not have.
  var isBlemished = false

  /// Days without a closing or validity date.
  private static let life = 90

  /// Closes the posting on `day`, at a later time of that day than any change before.
  mutating func close(on day: SampleDay, _ random: inout SampleRandom) {
    closed = day
    let chance = Tightness.fillChance(tightness)
    closeReason = random.chance(chance) ? "招满" : Mix([("过期", 11.0), ("撤回", 9)]).draw(&random)
    // Some are closed as filled before the last opening is; of the others a few openings were.
    let isFull = closeReason == "招满" && random.chance(0.88)
    let share = closeReason == "招满" ? 0.5 : chance / 3
    filled = "\(isFull ? fact.weight : (0..<fact.weight).count { _ in random.chance(share) })"
    updated = SampleTime(day, second: max(random.integer(61_200...64_800), posted.seconds % 86_400 + 60))
    settle()
  }

  /// Brings the fact's last day in line with the dates.
  mutating func settle() {
    let given = [closed, validUntil].compactMap { $0 }.filter { $0 >= fact.start }
    fact.ends = given.min() ?? fact.start + Posting.life
  }
}
