/// Past forecasts of a single series for calibration.
public enum RollingOrigins {
  /// One, two thirds and one third of a horizon before the end: the first knows all steps, the last has nearly the
  /// history that the forecast itself has.
  public static func back(horizon: Int) -> [Int] {
    [horizon, (2 * horizon + 2) / 3, (horizon + 2) / 3].reduce(into: []) { found, steps in
      if !found.contains(steps) { found.append(steps) }
    }
  }

  /// Forecasts from these origins beside what came; none from origins before the series begins.
  public static func cases(_ series: TimeSeries, horizon: Int, forecaster: Forecaster) -> [Calibration.Case] {
    back(horizon: horizon).compactMap { steps in
      let past = series.dropLast(steps)
      let actual = series.values.suffix(steps).compactMap { $0 }
      guard actual.count == steps, let forecast = try? forecaster.forecast(past, horizon: steps) else { return nil }
      return Calibration.Case(forecast: forecast, actual: actual)
    }
  }
}
