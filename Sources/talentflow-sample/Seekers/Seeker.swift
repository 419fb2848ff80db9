/// A registration of a job seeker as its system holds it: texts as exported, and beside them the fact.
struct Seeker {
  let number: String
  var person: String
  var sex: String
  var birth: String
  var education: String
  let major: String
  let titleLevel: String
  let skillLevel: String
  var category: String
  let homeName: String
  var regionName: String
  var regionCode: String
  let occupation: String
  let wantedPay: String
  let experience: String
  /// Whether the seeker may be recommended to employers; empty where nobody asked.
  let consent: String
  let registered: SampleTime
  var validUntil: SampleDay?
  var closed: SampleDay?
  let office: String
  var updated: SampleTime
  var fact: MarketFact
  /// Code of the home, which stands in for a place that cannot be read.
  let homeRegion: Int
  let profile: JobProfile

  /// Days without a closing or validity date.
  private static let life = 180

  mutating func close(on day: SampleDay, _ random: inout SampleRandom) {
    closed = day
    updated = SampleTime(day, second: max(random.integer(61_200...64_800), registered.seconds % 86_400 + 60))
    settle()
  }

  /// Brings the fact's last day in line with the dates.
  mutating func settle() {
    let given = [closed, validUntil].compactMap { $0 }.filter { $0 >= fact.start }
    fact.ends = given.min() ?? fact.start + Seeker.life
  }
}
