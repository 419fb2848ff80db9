import Foundation

/// Seasonal indices of a series beside what chance alone would scatter them by.
struct SeasonEstimate {
  /// By season, that of the first observation first; mean 1 (multiplicative) or 0.
  let indices: [Double]
  /// Variance of one index.
  let variance: Double

  private static let decay = 0.9

  /// - Parameters:
  ///   - y: at least two periods; positive for a multiplicative season.
  ///   - period: above 1.
  /// - Returns: nil where the series is too short, or an average is 0.
  init?(_ y: [Double], period: Int, isMultiplicative: Bool) {
    guard period > 1, y.count >= 2 * period else { return nil }
    let plain = MovingAverage.centred(y, period: period)
    // Twelve indices need the values at both ends; four have enough without them.
    let averages = period > 4 ? MovingAverage.extended(plain) : plain
    var bySeason = [[Double]](repeating: [], count: period)
    for (t, average) in averages.enumerated() {
      guard let average else { continue }
      if isMultiplicative, average <= 0 { return nil }
      bySeason[t % period].append(isMultiplicative ? y[t] / average : y[t] - average)
    }
    guard bySeason.allSatisfy({ !$0.isEmpty }) else { return nil }
    // Seasons change: a year counts a tenth less than the one after it.
    let weights = bySeason.map { values in
      values.indices.map { pow(SeasonEstimate.decay, Double(values.count - 1 - $0)) }
    }
    let sums = weights.map { $0.reduce(0, +) }
    let means = bySeason.indices.map { season in
      zip(bySeason[season], weights[season]).reduce(0) { $0 + $1.0 * $1.1 } / sums[season]
    }
    let mean = means.reduce(0, +) / Double(period)
    if isMultiplicative, mean <= 0 { return nil }
    indices = means.map { isMultiplicative ? $0 / mean : $0 - mean }
    let noise =
      y.count < 3 * period
      ? SeasonEstimate.yearly(y, period, isMultiplicative) : SeasonEstimate.within(bySeason, means)
    let shares = zip(weights, sums).map { $0.reduce(0) { $0 + $1 * $1 } / ($1 * $1) }
    variance = noise * shares.reduce(0, +) / Double(period)
  }

  /// Variance of a value about the mean of its season.
  private static func within(_ bySeason: [[Double]], _ means: [Double]) -> Double {
    var (squares, freedom) = (0.0, 0)
    for (values, mean) in zip(bySeason, means) {
      squares += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      freedom += values.count - 1
    }
    return squares / Double(max(freedom, 1))
  }

  /// Half the variance of the changes from year to year about a line: two values share in each.
  private static func yearly(_ y: [Double], _ period: Int, _ isMultiplicative: Bool) -> Double {
    let changes = (period..<y.count).map { isMultiplicative ? log(y[$0] / y[$0 - period]) : y[$0] - y[$0 - period] }
    let count = Double(changes.count)
    let mean = changes.reduce(0, +) / count
    let middle = (count - 1) / 2
    let (cross, square) = changes.enumerated().reduce((0.0, 0.0)) { sum, one in
      let x = Double(one.offset) - middle
      return (sum.0 + x * (one.element - mean), sum.1 + x * x)
    }
    let slope = square > 0 ? cross / square : 0
    let squares = changes.enumerated().reduce(0.0) { sum, one in
      let rest = one.element - mean - slope * (Double(one.offset) - middle)
      return sum + rest * rest
    }
    return squares / max(count - 2, 1) / 2
  }
}
