/// Seasonal indices of the classical decomposition.
///
/// Source: Kendall and Stuart (1983); the averages as R's `decompose` and the M4 competition take them.
public enum SeasonalIndices {
  /// Indices by season, that of `y[0]` first: mean 0 (additive) or mean 1 (multiplicative).
  ///
  /// - Parameters:
  ///   - y: at least two periods; for multiplicative indices positive. Shorter series have neutral indices.
  ///   - isMultiplicative: ratios to the centred moving average rather than differences.
  public static func classical(_ y: [Double], period: Int, isMultiplicative: Bool) -> [Double] {
    let neutral = [Double](repeating: isMultiplicative ? 1 : 0, count: max(period, 1))
    guard period > 1, y.count >= 2 * period else { return neutral }
    var sums = [Double](repeating: 0, count: period)
    var counts = [Int](repeating: 0, count: period)
    for (t, average) in MovingAverage.centred(y, period: period).enumerated() {
      guard let average else { continue }
      if isMultiplicative, average == 0 { return neutral }
      sums[t % period] += isMultiplicative ? y[t] / average : y[t] - average
      counts[t % period] += 1
    }
    let means = zip(sums, counts).map { $0 / Double(max($1, 1)) }
    let mean = means.reduce(0, +) / Double(period)
    if isMultiplicative, mean == 0 { return neutral }
    return means.map { isMultiplicative ? $0 / mean : $0 - mean }
  }
}
