/// Past forecasts of one series from whole horizons before its end, with the intervals of the models.
public struct SeriesBacktest: Sendable {
  /// The newest origin first; fewer than three where the series is short.
  public let scores: [BacktestScore]

  /// History an origin needs.
  public static let leastHistory = 4

  /// - Parameter member: the series with the calendar's factors, if any.
  public init(_ member: Panel.Member, horizon: Int) {
    let rolling = RollingForecasts(
      Panel([member]), horizon: horizon, past: (1...3).map { $0 * horizon }, workers: 1)
    scores = (1...3).flatMap { rolling.past(from: $0 * horizon, knownAt: 0) }
      .filter { $0.history.count >= SeriesBacktest.leastHistory }
      .map { BacktestScore($0.forecast, actual: $0.actual, history: $0.history, period: $0.period) }
  }
}
