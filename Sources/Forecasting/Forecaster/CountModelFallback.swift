/// The rungs for counts that are often zero.
struct CountModelFallback {
  /// nil where the series is neither intermittent nor ended.
  let draft: ForecastDraft?

  /// - Parameter y: no value below zero.
  init(_ y: [Double], period: Int, horizon: Int) {
    let year = y.suffix(max(period, 4))
    let demand = DemandIntervals(y)
    if year.allSatisfy({ $0 == 0 }) {
      // Nothing seen in a year, or ever: the rate that would still leave it empty once in twenty.
      let rate = 3 / Double(year.count)
      let upper80 = CountDistribution.poisson(mean: rate).quantile(0.9)
      let upper95 = CountDistribution.poisson(mean: rate).quantile(0.975)
      draft = CountModelFallback.level(
        .ended, at: 0, inner: (0, upper80), outer: (0, upper95), horizon: horizon, name: "ZERO", of: y)
    } else if y.count >= 4, demand.isIntermittent {
      let mean = Aggregation.imapa(y)
      let variance = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(y.count)
      let counts = CountDistribution.negativeBinomial(mean: mean, variance: variance)
      draft = CountModelFallback.level(
        .intermittent, at: mean, inner: (counts.quantile(0.1), counts.quantile(0.9)),
        outer: (counts.quantile(0.025), counts.quantile(0.975)), horizon: horizon, name: "IMAPA", of: y)
    } else {
      draft = nil
    }
  }

  private static func level(
    _ method: ForecastMethod, at point: Double, inner: (Double, Double), outer: (Double, Double), horizon: Int,
    name: String, of y: [Double]
  ) -> ForecastDraft {
    func flat(_ value: Double) -> [Double] { [Double](repeating: value, count: horizon) }
    // The mean of a skewed count may lie outside its own quantiles.
    let bands = (
      ForecastBand(lower: flat(min(inner.0, point)), upper: flat(max(inner.1, point))),
      ForecastBand(lower: flat(min(outer.0, point)), upper: flat(max(outer.1, point)))
    )
    return ForecastDraft(
      method, points: flat(point), spread: flat(0), counts: bands, members: [Forecast.Member(name: name, weight: 1)],
      residuals: y.map { $0 - point })
  }
}
