/// Forecasts of intermittent series from sums over several steps, smoothed with an alpha of 0.1 to 0.3.
///
/// Source: Petropoulos and Kourentzes (2015), IMAPA.
public enum Aggregation {
  /// The mean over all levels from 1 to the mean interval.
  public static func imapa(_ y: [Double]) -> Double {
    guard let widest = widest(y) else { return 0 }
    return (1...widest).reduce(0) { $0 + forecast(y, width: $1) } / Double(widest)
  }

  private static func widest(_ y: [Double]) -> Int? {
    let intervals = DemandIntervals(y).intervals
    guard !intervals.isEmpty else { return nil }
    return max(1, Int((intervals.reduce(0, +) / Double(intervals.count)).rounded(.toNearestOrEven)))
  }

  /// Sums of `width` steps, counted from the end so that the newest is whole.
  private static func forecast(_ y: [Double], width: Int) -> Double {
    let first = y.count % width
    let sums = stride(from: first, to: y.count, by: width).map { y[$0..<($0 + width)].reduce(0, +) }
    return SimpleSmoothing.fittedLevel(sums, alpha: 0.1...0.3) / Double(width)
  }
}
