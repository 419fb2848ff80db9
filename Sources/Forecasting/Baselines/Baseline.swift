/// Forecasts that any model has to beat.
public enum Baseline {
  /// The last value again and again.
  public static func naive(_ y: [Double], horizon: Int) -> [Double] {
    [Double](repeating: y.last ?? 0, count: horizon)
  }

  /// The values of one period ago; naive where the series is shorter than a period.
  public static func seasonalNaive(_ y: [Double], period: Int, horizon: Int) -> [Double] {
    guard period > 0, y.count >= period else { return naive(y, horizon: horizon) }
    return (0..<horizon).map { y[y.count - period + $0 % period] }
  }

  /// Naive on the seasonally adjusted series: the benchmark of the M4 competition, with its test and its
  /// multiplicative indices.
  public static func naive2(_ y: [Double], period: Int, horizon: Int) -> [Double] {
    guard let test = SeasonalityTest(y, period: period), test.isSeasonal else { return naive(y, horizon: horizon) }
    let indices = SeasonalIndices.classical(y, period: period, isMultiplicative: true)
    let last = y.count - 1
    let level = y[last] / indices[last % period]
    guard level.isFinite else { return naive(y, horizon: horizon) }
    return (0..<horizon).map { level * indices[(y.count + $0) % period] }
  }
}
