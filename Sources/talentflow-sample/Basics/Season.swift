/// How busy each day is: month of the year, weekday, the lunar new year and the trend of the years.
struct Season {
  /// Factor of each month, January first.
  let months: [Double]
  /// Factor from a fortnight before the Spring Festival to a week after it.
  let festival: Double
  /// Factor in the five weeks after that, when people move.
  let rebound: Double
  /// Growth of the volume in a quarter.
  let trend: Double

  static let openings = Season(
    months: [0.85, 1.05, 1.2, 1.08, 1.0, 1.02, 0.98, 1.0, 1.08, 0.98, 0.92, 0.8], festival: 0.35, rebound: 1.5,
    trend: 0.006)
  static let seekers = Season(
    months: [0.8, 1.05, 1.25, 1.02, 0.95, 1.15, 1.22, 1.0, 0.98, 0.92, 0.86, 0.75], festival: 0.45, rebound: 1.65,
    trend: 0.009)
  static let offices = Season(
    months: [0.9, 0.9, 1.05, 1, 1, 1.1, 1.25, 1.05, 1, 0.95, 0.95, 0.9], festival: 0.4, rebound: 1.2, trend: 0.004)

  private static let springFestivals = [
    SampleDay(2023, 1, 22), SampleDay(2024, 2, 10), SampleDay(2025, 1, 29), SampleDay(2026, 2, 17),
  ]

  /// The days of a quarter with their weights, and the quarter's volume as a multiple of an ordinary one.
  func days(of quarter: Quarter) -> (mix: Mix<SampleDay>, volume: Double) {
    let days = (quarter.first.ordinal...quarter.last.ordinal).map { SampleDay(ordinal: $0) }
    let weights = days.map(weight)
    return (Mix(Array(zip(days, weights))), weights.reduce(0, +) / Season.ordinaryWeight)
  }

  /// Weight of an ordinary quarter: 13 weeks of five full days and two thin ones.
  private static let ordinaryWeight = 13 * (5 + 2 * weekend)
  private static let weekend = 0.3

  private func weight(_ day: SampleDay) -> Double {
    let (year, month, _) = day.parts
    var weight = months[month - 1] * (1 + trend * Double((year - 2023) * 4 + (month - 1) / 3))
    if day.weekday == 0 || day.weekday == 6 { weight *= Season.weekend }
    for festival in Season.springFestivals {
      let distance = day.ordinal - festival.ordinal
      if (-14...7).contains(distance) { weight *= self.festival }
      if (8...43).contains(distance) { weight *= rebound }
    }
    return weight
  }
}
