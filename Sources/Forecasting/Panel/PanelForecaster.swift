/// Forecasts a whole panel on several threads, aggregates first.
public struct PanelForecaster: Sendable {
  public typealias Outcome = Result<Forecast, ForecastFailure>

  public let workers: Int
  private let isCancelled: @Sendable () -> Bool

  /// - Parameter isCancelled: asked before each series; once it says yes, the others have no forecast.
  public init(workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.workers = workers
    self.isCancelled = isCancelled
  }

  /// One outcome a member, in order; the same whatever the number of workers. Intervals are not yet calibrated.
  public func forecasts(_ panel: Panel, horizon: Int) -> [Outcome] {
    forecasts(panel, horizon: horizon, origins: [0])[0]
  }

  /// The same from several origins, `origins[i]` steps before the panel's end, the oldest first: `outcomes[i][member]`.
  /// Searches from the panel's end start from nothing, so that its forecasts do not depend on what else is asked for;
  /// those of the past where those of the next origin ended.
  func forecasts(_ panel: Panel, horizon: Int, origins: [Int]) -> [[Outcome]] {
    let empty = [Outcome](repeating: .failure(.noObservations), count: panel.members.count)
    var results = [[Outcome]](repeating: empty, count: origins.count)
    var parents = [[Parent?]](repeating: [Parent?](repeating: nil, count: panel.members.count), count: origins.count)
    let (counts, period) = (panel.childCounts, panel.maxPeriod)
    for generation in panel.generations {
      let known = parents
      let found = Workers.map(generation.count, workers: workers, maxPeriod: period) { forecaster, index in
        let member = panel.members[generation[index]]
        var ends = SearchEnds()
        return Array(
          origins.indices.reversed().map { place -> Outcome in
            guard !isCancelled() else { return .failure(.cancelled) }
            let parent = member.parent.flatMap { known[place][$0] }
            return PanelForecaster.outcome(
              member, from: origins[place], horizon: horizon, parent: parent, by: forecaster, &ends)
          }.reversed())
      }
      for (index, outcomes) in zip(generation, found) {
        for (place, outcome) in outcomes.enumerated() {
          results[place][index] = outcome
          guard counts[index] > 0, case .success(let forecast) = outcome else { continue }
          let past = panel.members[index].series.dropLast(origins[place])
          parents[place][index] = Parent(past, forecast: forecast, children: counts[index])
        }
      }
    }
    return results
  }

  private static func outcome(
    _ member: Panel.Member, from origin: Int, horizon: Int, parent: Parent?, by forecaster: Forecaster,
    _ ends: inout SearchEnds
  ) -> Outcome {
    let past = member.series.dropLast(origin)
    let calendar = member.calendar.map { Array($0.prefix(past.values.count + horizon)) }
    do throws(ForecastFailure) {
      let found = try forecaster.searched(past, horizon, parent, calendar: calendar, from: ends)
      ends = found.ends
      return .success(found.forecast)
    } catch { return .failure(error) }
  }
}
