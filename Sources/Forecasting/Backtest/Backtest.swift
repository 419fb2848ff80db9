/// Forecasts of a panel, and of its past from origins half a horizon apart. The oldest, three horizons before the end,
/// tunes; what came after the origins of two horizons calibrates; the one a horizon before the end reports what tuning and
/// the calibration that was known then would have achieved.
public struct Backtest: Sendable {
  public let tuning: Tuning
  /// For forecasts from the panel's end on: of the origins of the last two horizons.
  public let calibration: Calibration
  /// From the panel's end, tuned and calibrated; one a member.
  public let forecasts: [PanelForecaster.Outcome]
  /// Whether the origins that calibrate disagree (`RollingForecasts.restsOnFewShocks`).
  public let restsOnFewShocks: Bool
  /// One a member; nil where it had no forecast at the newest origin or no values after it.
  public let scores: [BacktestScore?]

  /// - Parameters:
  ///   - horizon: at least 1.
  ///   - adjusted: makes the tuned forecasts of all members, from one origin, fit one another (reconciliation); asked where
  ///     every member has one, and before calibration, so that the intervals hold what is published.
  ///   - isCancelled: see `PanelForecaster`; what comes of it then is worth nothing.
  public init(
    _ panel: Panel, horizon: Int, workers: Int, adjusted: ([Forecast]) -> [Forecast] = { $0 },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    let origins = BacktestOrigins(horizon: horizon)
    let rolling = RollingForecasts(
      panel, horizon: horizon, past: origins.all.dropLast(), workers: workers, isCancelled: isCancelled)
    let outcomes = rolling.outcomes
    let tuning = Tuning(rolling.past(from: origins.all[0], knownAt: origins.all[0] - horizon))
    let final = zip(origins.all, outcomes).map { back, outcomes in
      Backtest.final(panel, outcomes, back: back, tuning, adjusted)
    }
    /// What the forecasts from before `base` steps ago say of those from then.
    func calibration(_ base: Int) -> Calibration {
      var cases: [Calibration.Case] = []
      for (back, outcomes) in zip(origins.all, final) where origins.calibrating(base).contains(back) {
        for (member, outcome) in zip(panel.members, outcomes) {
          let actual = Backtest.actual(member.series, back: back, count: min(horizon, back - base))
          guard let actual, case .success(let forecast) = outcome else { continue }
          cases.append(Calibration.Case(forecast: forecast, actual: actual))
        }
      }
      return Calibration(cases, horizon: horizon)
    }
    let report = calibration(horizon)
    let newest = origins.all.firstIndex(of: horizon) ?? 0
    scores = zip(panel.members, final[newest]).map { member, outcome in
      let history = member.series.dropLast(horizon).filled
      guard let actual = Backtest.actual(member.series, back: horizon, count: horizon), !history.isEmpty,
        case .success(let forecast) = outcome
      else { return nil }
      return BacktestScore(
        forecast.calibrated(by: report), actual: actual, history: history, period: member.series.period)
    }
    let calibration = calibration(0)
    forecasts = (final.last ?? []).map { outcome in outcome.map { $0.calibrated(by: calibration) } }
    self.tuning = tuning
    self.calibration = calibration
    restsOnFewShocks = rolling.restsOnFewShocks(among: origins.all.filter(origins.calibrating(0).contains))
  }

  /// The values after the first `back` steps before the end; nil where one is missing or there are none.
  private static func actual(_ series: TimeSeries, back: Int, count: Int) -> [Double]? {
    guard series.values.count >= back else { return nil }
    let known = series.values.suffix(back).prefix(count).compactMap { $0 }
    return known.count == count && count > 0 ? known : nil
  }

  /// Tuned and adjusted.
  private static func final(
    _ panel: Panel, _ outcomes: [PanelForecaster.Outcome], back: Int, _ tuning: Tuning,
    _ adjusted: ([Forecast]) -> [Forecast]
  ) -> [PanelForecaster.Outcome] {
    let tuned = zip(panel.members, outcomes).map { member, outcome in
      outcome.map { tuning.applied($0, history: member.series.dropLast(back).filled, period: member.series.period) }
    }
    let known = tuned.compactMap { try? $0.get() }
    guard known.count == tuned.count else { return tuned }
    return adjusted(known).map { .success($0) }
  }
}
