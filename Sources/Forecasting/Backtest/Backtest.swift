/// Forecasts of a panel, and of its past from three origins, one, two and three horizons before its end. The oldest
/// tunes, the middle one calibrates, the newest reports what tuning and calibration of the others then achieved.
public struct Backtest: Sendable {
  public let tuning: Tuning
  /// For forecasts from the panel's end on: of the middle and the newest origin.
  public let calibration: Calibration
  /// From the panel's end, tuned and calibrated; one a member.
  public let forecasts: [PanelForecaster.Outcome]
  /// One a member; nil where it had no forecast at the newest origin or no values after it.
  public let scores: [BacktestScore?]

  /// - Parameter horizon: at least 1.
  /// - Parameter isCancelled: see `PanelForecaster`; what comes of it then is worth nothing.
  public init(
    _ panel: Panel, horizon: Int, workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    let outcomes = PanelForecaster(workers: workers, isCancelled: isCancelled)
      .forecasts(panel, horizon: horizon, origins: [3 * horizon, 2 * horizon, horizon, 0])
    let oldest = Backtest.trials(panel, outcomes[0], back: 3 * horizon, horizon)
    let middle = Backtest.trials(panel, outcomes[1], back: 2 * horizon, horizon)
    let newest = Backtest.trials(panel, outcomes[2], back: horizon, horizon)
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
    let calibration = Calibration(middleCases + cases(newest), horizon: horizon)
    forecasts = zip(panel.members, outcomes[3]).map { member, outcome in
      outcome.map { forecast in
        tuning.applied(forecast, history: member.series.filled, period: member.series.period)
          .calibrated(by: calibration)
      }
    }
    self.tuning = tuning
    self.calibration = calibration
  }

  /// Forecasts from `back` steps ago of the members whose values after that are all known.
  private static func trials(
    _ panel: Panel, _ outcomes: [PanelForecaster.Outcome], back: Int, _ horizon: Int
  ) -> [Tuning.Trial?] {
    zip(panel.members, outcomes).map { member, outcome in
      let past = member.series.dropLast(back)
      let actual = member.series.values.dropFirst(past.values.count).prefix(horizon).compactMap { $0 }
      let history = past.filled
      guard actual.count == horizon, !history.isEmpty, case .success(let forecast) = outcome else { return nil }
      return Tuning.Trial(forecast: forecast, actual: actual, history: history, period: member.series.period)
    }
  }
}
