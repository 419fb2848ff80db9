/// Seasonal-trend decomposition by local regression; observed = trend + season + remainder.
///
/// Source: Cleveland, Cleveland, McRae, Terpenning (1990), STL: A Seasonal-Trend Decomposition Procedure Based on
/// Loess.
public struct STL: Sendable {
  public let trend: [Double]
  public let season: [Double]
  public let remainder: [Double]

  /// - Parameters:
  ///   - y: at least two periods; else nil.
  ///   - seasonalWidth: values of one season that are smoothed together; odd.
  ///   - seasonalDegree: 0 or 1.
  ///   - isRobust: gives outliers less weight, in 15 rounds.
  public init?(_ y: [Double], period: Int, seasonalWidth: Int = 7, seasonalDegree: Int = 1, isRobust: Bool = false) {
    guard period > 1, y.count >= 2 * period, seasonalWidth > 2 else { return nil }
    let trendWidth = STL.odd(1.5 * Double(period) / (1 - 1.5 / Double(seasonalWidth)))
    let lowWidth = period % 2 == 0 ? period + 1 : period + 2
    var trend = [Double](repeating: 0, count: y.count)
    var season = trend
    var weights: [Double]?
    for round in 0...(isRobust ? 15 : 0) {
      for _ in 0..<(isRobust ? 2 : 5) {
        let rest = zip(y, trend).map { $0 - $1 }
        let cycles = STL.cycles(rest, period, seasonalWidth, seasonalDegree, weights)
        var low = STL.average(STL.average(STL.average(cycles, period), period), 3)
        low = Loess.smooth(low, width: lowWidth, degree: 1, weights: nil)
        season = y.indices.map { cycles[$0 + period] - low[$0] }
        trend = Loess.smooth(zip(y, season).map { $0 - $1 }, width: trendWidth, degree: 1, weights: weights)
      }
      if round < (isRobust ? 15 : 0) {
        weights = STL.robustness(zip(y, zip(trend, season)).map { abs($0 - $1.0 - $1.1) })
      }
    }
    self.trend = trend
    self.season = season
    remainder = y.indices.map { y[$0] - trend[$0] - season[$0] }
  }

  /// The smallest odd integer not below `value`.
  private static func odd(_ value: Double) -> Int {
    let whole = Int(value.rounded(.up))
    return whole % 2 == 0 ? whole + 1 : whole
  }

  /// Each season's values smoothed, one period longer at both ends.
  private static func cycles(
    _ y: [Double], _ period: Int, _ width: Int, _ degree: Int, _ weights: [Double]?
  ) -> [Double] {
    var result = [Double](repeating: 0, count: y.count + 2 * period)
    for first in 0..<period {
      let places = Array(stride(from: first, to: y.count, by: period))
      let values = places.map { y[$0] }
      let own = weights.map { weights in places.map { weights[$0] } }
      let count = values.count
      let smooth = Loess.smooth(values, width: width, degree: degree, weights: own)
      let reach = min(width, count)
      let before = Loess.value(
        values, at: -1, left: 0, right: reach - 1, width: width, degree: degree, weights: own)
      let after = Loess.value(
        values, at: count, left: count - reach, right: count - 1, width: width, degree: degree, weights: own)
      let whole = [before ?? smooth[0]] + smooth + [after ?? smooth[count - 1]]
      for (cycle, value) in whole.enumerated() { result[first + cycle * period] = value }
    }
    return result
  }

  private static func average(_ y: [Double], _ width: Int) -> [Double] {
    (0...(y.count - width)).map { first in y[first..<(first + width)].reduce(0, +) / Double(width) }
  }

  /// Bisquare weights of the remainders, by six times their median.
  private static func robustness(_ remainders: [Double]) -> [Double] {
    let sorted = remainders.sorted()
    let middle = sorted.count / 2
    let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    let limit = 6 * median
    guard limit > 0 else { return remainders.map { _ in 1 } }
    return remainders.map { remainder in
      if remainder <= 0.001 * limit { return 1 }
      if remainder > 0.999 * limit { return 0 }
      let ratio = remainder / limit
      return (1 - ratio * ratio) * (1 - ratio * ratio)
    }
  }
}
