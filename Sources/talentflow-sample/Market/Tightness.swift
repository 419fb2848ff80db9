/// How tight the market of a job is built to be: expected openings per seeker, over those of all jobs together. 1 is the
/// city's average; everything that tells of a shortage follows from it.
enum Tightness {
  /// - Parameter quarter: index since 2023Q1.
  static func of(_ profile: JobProfile, quarter: Int) -> Double { byOccupation[profile.occupation]?[quarter] ?? 1 }

  /// Short from here on: half as many openings again per seeker as the city has.
  static let short = 1.5
  /// Surplus up to here: two thirds of them.
  static let surplus = 1 / short

  /// Chance that a posting that is closed was filled. The odds of staying vacant grow with the square of the tightness,
  /// so that it is 0.71 in an average job, 0.53 in one just short, 0.85 in one just in surplus.
  static func fillChance(_ tightness: Double) -> Double { 1 / (1 + 0.4 * tightness * tightness) }

  /// Part of the longest time to a closing, for a random `point` in 0..<1: its square in an average job, spread evenly
  /// where twice as tight, the fourth power where half as tight.
  static func delay(_ tightness: Double, _ point: Double) -> Double {
    let square = point * point
    if tightness >= 1 {
      let weight = min(tightness - 1, 1)
      return (1 - weight) * square + weight * point
    }
    let weight = min(2 * (1 - tightness), 1)
    return (1 - weight) * square + weight * square * square
  }

  /// Most applicants that a posting may have: six an opening in an average job, so that three come.
  static func mostApplicants(_ tightness: Double, openings: Int) -> Int { Int(6 * Double(openings) / tightness + 0.5) }

  /// The usual pay of a job in a quarter: it rises by 4 % of the first quarter's a year in an average job, by 7 % in one
  /// just short.
  static func pay(_ profile: JobProfile, quarter: Int) -> ClosedRange<Int> {
    let tightness = of(profile, quarter: quarter)
    let growth = 0.01 + 0.015 * min(max(tightness - 1, -0.5), 1.5)
    func risen(_ pay: Int) -> Int { Int(Double(pay) * (1 + growth * Double(quarter))) }
    return risen(profile.pay.lowerBound)...risen(profile.pay.upperBound)
  }

  private static let byOccupation: [String: [Double]] = {
    func demand(_ profile: JobProfile, _ quarter: Int) -> Double {
      profile.demand.reduce(0, +) * (1 + profile.trend * Double(quarter)) * OpeningsText.mean(profile.kind)
    }
    let supply = JobProfile.all.reduce(0) { $0 + $1.supply.reduce(0, +) }
    let city = Quarter.all.map { quarter in JobProfile.all.reduce(0) { $0 + demand($1, quarter.index) } / supply }
    return Dictionary(
      uniqueKeysWithValues: JobProfile.all.map { profile in
        let own = profile.supply.reduce(0, +)
        return (profile.occupation, Quarter.all.map { demand(profile, $0.index) / own / city[$0.index] })
      })
  }()
}
