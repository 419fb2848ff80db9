/// A panel's forecasts from its end and from origins in its past. The models of combinations are weighted at each origin by
/// what was known then of those before; at the oldest they count the same.
public struct RollingForecasts: Sendable {
  public let panel: Panel
  public let horizon: Int
  /// Steps before the panel's end, the oldest first; the last is 0.
  public let origins: [Int]
  /// `outcomes[place of the origin][member]`, intervals as the models give them.
  public private(set) var outcomes: [[PanelForecaster.Outcome]]

  /// Errors from an origin that have a median worth comparing.
  private static let leastSeries = 10

  /// - Parameters:
  ///   - past: steps before the panel's end, each above 0.
  ///   - isCancelled: see `PanelForecaster`.
  public init(
    _ panel: Panel, horizon: Int, past: some Sequence<Int>, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.panel = panel
    self.horizon = horizon
    origins = Set(past).sorted(by: >) + [0]
    outcomes = PanelForecaster(workers: workers, isCancelled: isCancelled)
      .forecasts(panel, horizon: horizon, origins: origins)
    let equal = self
    for (place, base) in origins.enumerated() {
      let trials = equal.origins[..<place].flatMap { equal.past(from: $0, knownAt: base) }
      let weights = MemberWeights(trials.compactMap(MemberWeights.Trial.init))
      outcomes[place] = outcomes[place].enumerated().map { series, outcome in
        outcome.map { weights.applied(to: $0, series: series) }
      }
    }
  }

  /// From the panel's end.
  public var newest: [PanelForecaster.Outcome] { outcomes[origins.count - 1] }

  /// How far the intervals of past forecasts were off.
  ///
  /// - Parameter leastHistory: of the forecasts that count.
  public func cases(leastHistory: Int = 1) -> [Calibration.Case] {
    origins.dropLast().flatMap { past(from: $0, knownAt: 0) }.filter { $0.history.count >= leastHistory }
      .map { Calibration.Case(forecast: $0.forecast, actual: $0.actual) }
  }

  /// Whether what past origins say of errors differs: the median scaled errors of two of them, each of as many steps as
  /// all know, by more than a third. Then a few shocks that all series shared decide how wide intervals are. Only
  /// series that are still forecast in the same way count, and there must be some: medians of a few differ by chance.
  ///
  /// - Parameter past: of `origins`.
  public func restsOnFewShocks(among past: [Int]) -> Bool {
    let steps = min(horizon, past.min() ?? 0)
    let medians = past.compactMap { back -> Double? in
      let errors = self.past(from: back, knownAt: 0)
        .filter { (try? newest[$0.series].get().method) == $0.forecast.method }
        .compactMap { $0.scaledError(steps: steps) }.sorted()
      return errors.count < RollingForecasts.leastSeries ? nil : errors[errors.count / 2]
    }
    guard let least = medians.min(), let most = medians.max() else { return false }
    return most > least * 4 / 3
  }

  /// The forecasts from `back` steps before the end, beside what came of them up to `base` steps before the end; without
  /// those of which a value is missing.
  func past(from back: Int, knownAt base: Int) -> [PastForecast] {
    guard let place = origins.firstIndex(of: back) else { return [] }
    let count = min(horizon, back - base)
    return zip(panel.members, outcomes[place]).enumerated().compactMap { series, pair in
      let past = pair.0.series.dropLast(back)
      let actual = pair.0.series.values.dropFirst(past.values.count).prefix(count).compactMap { $0 }
      let history = past.filled
      guard count > 0, actual.count == count, !history.isEmpty, case .success(let forecast) = pair.1 else { return nil }
      return PastForecast(
        series: series, forecast: forecast, actual: actual, history: history, period: pair.0.series.period)
    }
  }
}
