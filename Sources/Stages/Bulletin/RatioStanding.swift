import Domain

/// Where the ratio of a period stands among those before it.
public enum RatioStanding: Sendable, Equatable {
  case lowest(of: Int)
  case highest(of: Int)
  /// Than the period before.
  case above
  case below
  case same

  /// Periods that there must be to call a ratio the highest or lowest of them.
  private static let leastPeriods = 5

  /// - Parameters:
  ///   - trend: this period last.
  ///   - change: since the period before; nil where it is hidden or there is none.
  init?(_ trend: [TrendPoint], change: Double?) {
    guard let ratio = trend.last?.ratio.value else { return nil }
    let others = trend.dropLast().compactMap(\.ratio.value)
    if others.count == trend.count - 1, trend.count >= RatioStanding.leastPeriods, let low = others.min(),
      let high = others.max(), ratio < low || ratio > high
    {
      self = ratio < low ? .lowest(of: trend.count) : .highest(of: trend.count)
      return
    }
    guard let change else { return nil }
    self = change == 0 ? .same : change > 0 ? .above : .below
  }
}
