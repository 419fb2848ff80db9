/// Past forecasts of a single series for calibration.
public enum RollingOrigins {
  /// One, two thirds and one third of a horizon before the end: the first knows all steps, the last has nearly the
  /// history that the forecast itself has.
  public static func back(horizon: Int) -> [Int] {
    [horizon, (2 * horizon + 2) / 3, (horizon + 2) / 3].reduce(into: []) { found, steps in
      if !found.contains(steps) { found.append(steps) }
    }
  }

  /// The forecast of a series, and its forecasts from these origins beside what came; none from origins before the
  /// series begins. The searches of the past start where those of the forecast ended, which saves most of their time.
  public static func forecastWithCases(
    _ series: TimeSeries, horizon: Int, forecaster: Forecaster
  ) throws(ForecastFailure) -> (forecast: Forecast, cases: [Calibration.Case]) {
    let (forecast, ends) = try forecaster.searched(series, horizon)
    let cases = back(horizon: horizon).compactMap { steps -> Calibration.Case? in
      let actual = series.values.suffix(steps).compactMap { $0 }
      guard actual.count == steps,
        let past = try? forecaster.searched(series.dropLast(steps), steps, from: ends).forecast
      else { return nil }
      return Calibration.Case(forecast: past, actual: actual)
    }
    return (forecast, cases)
  }

  /// The cases of several series, in their order.
  public static func cases(_ all: [TimeSeries], horizon: Int, workers: Int) -> [Calibration.Case] {
    let period = all.map(\.period).max() ?? 1
    return Workers.map(all.count, workers: workers, maxPeriod: period) { forecaster, index in
      (try? forecastWithCases(all[index], horizon: horizon, forecaster: forecaster))?.cases ?? []
    }.flatMap { $0 }
  }

  /// Forecasts of a series on its own, from up to 24 origins that are one step apart, for a calibration without others.
  ///
  /// - Parameter calendar: factors for the series' steps, as `Forecaster.forecast` takes them.
  public static func ownCases(
    _ series: TimeSeries, horizon: Int, forecaster: Forecaster, calendar: [Double]? = nil
  ) -> [Calibration.Case] {
    (0..<24).compactMap { offset in
      let past = series.dropLast(horizon + offset)
      let count = past.values.count
      let actual = series.values.dropFirst(count).prefix(horizon).compactMap { $0 }
      guard past.filled.count >= max(4, 2 * series.period), actual.count == horizon,
        let forecast = try? forecaster.forecast(
          past, horizon: horizon, calendar: calendar.map { Array($0.prefix(count + horizon)) })
      else { return nil }
      return Calibration.Case(forecast: forecast, actual: actual)
    }
  }
}
