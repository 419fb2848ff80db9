/// What the offices ask about beside the register's first columns: years of work, and consent to be recommended.
///
/// Drawn from the number of the registration alone, so that the columns that were there before keep their values.
struct Background {
  /// Years of work as the column has them; empty where nobody asked.
  let experience: String
  /// 是, 否, or empty.
  let consent: String

  private static let stream: UInt64 = 900
  /// Age at which the first start to work.
  private static let start = 18

  init(number: String, age: Int, isCounty: Bool) {
    let seed = number.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var random = SampleRandom(seed: seed, stream: Background.stream)
    let years = random.integer(0...max(0, min(age - Background.start, 20)))
    let isAsked = !random.chance(0.15)
    experience = !isAsked ? "" : years == 0 ? "无经验" : isCounty ? "\(years)" : "\(years)年"
    consent = Mix([("是", 70.0), ("否", 20), ("", 10)]).draw(&random)
  }
}
