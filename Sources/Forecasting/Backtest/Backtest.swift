/// Forecasts of a panel's past from three origins, one, two and three horizons before its end. The oldest tunes, the
/// middle one calibrates, the newest reports what tuning and calibration of the others then achieved.
public struct Backtest: Sendable {
  public let tuning: Tuning
  /// For forecasts from the panel's end on: of the middle and the newest origin.
  public let calibration: Calibration
  /// One a member; nil where it had no forecast at the newest origin or no values after it.
  public let scores: [BacktestScore?]

  private let panel: Panel

  /// - Parameter horizon: at least 1.
  /// - Parameter isCancelled: see `PanelForecaster`; what comes of it then is worth nothing.
  public init(
    _ panel: Panel, horizon: Int, workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.panel = panel
    let forecaster = PanelForecaster(workers: workers, isCancelled: isCancelled)
    let oldest = Backtest.trials(panel, back: 3 * horizon, horizon, forecaster)
    let middle = Backtest.trials(panel, back: 2 * horizon, horizon, forecaster)
    let newest = Backtest.trials(panel, back: horizon, horizon, forecaster)
    let tuning = Tuning(oldest.compactMap { $0 })
    func cases(_ trials: [Tuning.Trial?]) -> [Calibration.Case] {
      trials.compactMap { $0 }.map { trial in
        let forecast = tuning.applied(trial.forecast, history: trial.history, period: trial.period)
        return Calibration.Case(forecast: forecast, actual: trial.actual)
      }
    }
    let middleCases = cases(middle)
    let report = Calibration(middleCases, horizon: horizon)
    scores = newest.map { trial in
      guard let trial else { return nil }
      let forecast = tuning.applied(trial.forecast, history: trial.history, period: trial.period)
      return BacktestScore(
        forecast.calibrated(by: report), actual: trial.actual, history: trial.history, period: trial.period)
    }
    self.tuning = tuning
    calibration = Calibration(middleCases + cases(newest), horizon: horizon)
  }

  /// A forecast from the panel's end, tuned and calibrated.
  ///
  /// - Parameter member: its place in the panel.
  public func finished(_ forecast: Forecast, member: Int) -> Forecast {
    let series = panel.members[member].series
    return tuning.applied(forecast, history: series.filled, period: series.period).calibrated(by: calibration)
  }

  /// Forecasts from `back` steps ago of the members whose values after that are all known.
  private static func trials(_ panel: Panel, back: Int, _ horizon: Int, _ forecaster: PanelForecaster)
    -> [Tuning.Trial?]
  {
    let past = panel.dropLast(back)
    let forecasts = forecaster.forecasts(past, horizon: horizon)
    return panel.members.indices.map { index in
      let series = panel.members[index].series
      let known = past.members[index].series.values.count
      let actual = series.values.dropFirst(known).prefix(horizon).compactMap { $0 }
      guard known > 0, actual.count == horizon, case .success(let forecast) = forecasts[index] else { return nil }
      let history = past.members[index].series.filled
      return history.isEmpty
        ? nil : Tuning.Trial(forecast: forecast, actual: actual, history: history, period: series.period)
    }
  }
}
