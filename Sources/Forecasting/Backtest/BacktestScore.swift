/// How the forecast of a series would have done at the newest origin, beside the two benchmarks.
public struct BacktestScore: Sendable {
  public let method: ForecastMethod
  public let model: PointScore
  public let naive2: PointScore
  public let seasonalNaive: PointScore
  /// Of the 95 % interval; nil where MASE is.
  public let msis: Double?
  /// Values within the 95 % interval, and all values.
  public let covered: Int
  public let count: Int

  /// False for a series whose forecast should not be trusted more than last year's values.
  public var beatsSeasonalNaive: Bool {
    guard let own = model.mase, let naive = seasonalNaive.mase else { return true }
    return own <= naive
  }

  /// - Parameters:
  ///   - actual: what came.
  ///   - history: what the forecast was made of, gaps filled.
  public init(_ forecast: Forecast, actual: [Double], history: [Double], period: Int) {
    method = forecast.method
    func score(_ points: [Double]) -> PointScore {
      PointScore(points, actual: actual, history: history, period: period)
    }
    model = score(forecast.points)
    naive2 = score(Baseline.naive2(history, period: period, horizon: actual.count))
    seasonalNaive = score(Baseline.seasonalNaive(history, period: period, horizon: actual.count))
    let band = forecast.band95
    msis = IntervalAccuracy.msis(
      actual, lower: band.lower, upper: band.upper, scale: Accuracy.scale(history, period: period))
    covered = IntervalAccuracy.covered(actual, lower: band.lower, upper: band.upper)
    count = actual.count
  }
}
