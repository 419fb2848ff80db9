/// Errors of interval forecasts.
///
/// Source: Gneiting and Raftery (2007) for the interval score, the M4 competition for its scaling.
public enum IntervalAccuracy {
  /// Mean interval score over `scale`; nil where the scale is 0.
  ///
  /// - Parameter alpha: 0.05 for a 95 % interval.
  public static func msis(
    _ actual: [Double], lower: [Double], upper: [Double], alpha: Double = 0.05, scale: Double
  ) -> Double? {
    guard scale > 0, !actual.isEmpty else { return nil }
    let sum = actual.indices.reduce(0.0) { sum, i in
      let below = max(lower[i] - actual[i], 0)
      let above = max(actual[i] - upper[i], 0)
      return sum + upper[i] - lower[i] + 2 / alpha * (below + above)
    }
    return sum / Double(actual.count) / scale
  }

  /// How many values lie within their interval, ends included.
  public static func covered(_ actual: [Double], lower: [Double], upper: [Double]) -> Int {
    actual.indices.filter { lower[$0] <= actual[$0] && actual[$0] <= upper[$0] }.count
  }
}
