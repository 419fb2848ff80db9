/// A forecast from the past of a series, beside what came.
struct PastForecast: Sendable {
  /// Place of the series in its panel.
  let series: Int
  let forecast: Forecast
  /// What came, as many values as the forecast has steps, or fewer.
  let actual: [Double]
  /// What the forecast was made of, gaps filled.
  let history: [Double]
  let period: Int

  /// Mean absolute error of the first `count` steps in units of the history's scale; nil where that is 0.
  func scaledError(steps count: Int) -> Double? {
    Accuracy.mase(
      Array(actual.prefix(count)), Array(forecast.points.prefix(count)), scale: Accuracy.scale(history, period: period))
  }
}
