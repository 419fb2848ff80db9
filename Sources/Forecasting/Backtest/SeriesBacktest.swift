/// Past forecasts of one series from whole horizons before its end, with the intervals of the models.
public struct SeriesBacktest: Sendable {
  /// The newest origin first; fewer than three where the series is short.
  public let scores: [BacktestScore]

  /// History an origin needs.
  public static let leastHistory = 4

  /// - Parameter calendar: factors for the series' steps, as `Forecaster.forecast` takes them.
  public init(_ series: TimeSeries, horizon: Int, forecaster: Forecaster, calendar: [Double]? = nil) {
    scores = (1...3).compactMap { number in
      let past = series.dropLast(number * horizon)
      let count = past.values.count
      let actual = series.values.dropFirst(count).prefix(horizon).compactMap { $0 }
      let history = past.filled
      guard history.count >= SeriesBacktest.leastHistory, actual.count == horizon,
        let forecast = try? forecaster.forecast(
          past, horizon: horizon, calendar: calendar.map { Array($0.prefix(count + horizon)) })
      else { return nil }
      return BacktestScore(forecast, actual: actual, history: history, period: series.period)
    }
  }
}
