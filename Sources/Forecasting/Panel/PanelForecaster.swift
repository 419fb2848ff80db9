/// Forecasts a whole panel on several threads, aggregates first.
public struct PanelForecaster: Sendable {
  public let workers: Int
  private let isCancelled: @Sendable () -> Bool

  /// - Parameter isCancelled: asked before each series; once it says yes, the others have no forecast.
  public init(workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.workers = workers
    self.isCancelled = isCancelled
  }

  /// One result a member, in order; the same whatever the number of workers. Intervals are not yet calibrated.
  public func forecasts(_ panel: Panel, horizon: Int) -> [Result<Forecast, ForecastFailure>] {
    var results = [Result<Forecast, ForecastFailure>](repeating: .failure(.noObservations), count: panel.members.count)
    let counts = panel.childCounts
    var parents = [Parent?](repeating: nil, count: panel.members.count)
    let period = panel.maxPeriod
    for generation in panel.generations {
      let known = parents
      let found = Workers.map(generation.count, workers: workers, maxPeriod: period) {
        forecaster, index -> Result<Forecast, ForecastFailure> in
        guard !isCancelled() else { return .failure(.cancelled) }
        let member = panel.members[generation[index]]
        do throws(ForecastFailure) {
          return .success(
            try forecaster.forecast(member.series, horizon: horizon, parent: member.parent.flatMap { known[$0] }))
        } catch {
          return .failure(error)
        }
      }
      for (index, result) in zip(generation, found) {
        results[index] = result
        if counts[index] > 0, case .success(let forecast) = result {
          parents[index] = Parent(panel.members[index].series, forecast: forecast, children: counts[index])
        }
      }
    }
    return results
  }
}
