import Foundation

/// Forecasts one series after another: picks the rung of the ladder, fits its models, combines them and gives intervals.
/// Keeps its memory between series; belongs to one thread. The result depends on the series alone.
public final class Forecaster {
  private let fitter: ETSFitter

  /// - Parameter maxPeriod: the longest season that will be asked for.
  public init(maxPeriod: Int = 12) {
    fitter = ETSFitter(maxPeriod: maxPeriod)
  }

  /// - Parameters:
  ///   - horizon: steps ahead, from the step after the series' last (known or not).
  ///   - parent: the aggregate above, for seasons and shares of short series; optional.
  ///   - calendar: factors of the calendar (`NewYearEffect.factors`) for the series' steps and the horizon's, above 0;
  ///     taken out of the series and put back into the forecast.
  /// - Returns: points, 80 % and 95 % intervals of the models, not yet calibrated.
  public func forecast(
    _ series: TimeSeries, horizon: Int, parent: Parent? = nil, calendar: [Double]? = nil
  ) throws(ForecastFailure) -> Forecast {
    try searched(series, horizon, parent, calendar: calendar).forecast
  }

  /// - Parameter starts: of a forecast of the same series with other observations at its end.
  func searched(
    _ series: TimeSeries, _ horizon: Int, _ parent: Parent? = nil, calendar: [Double]? = nil,
    from starts: SearchEnds = SearchEnds()
  ) throws(ForecastFailure) -> (forecast: Forecast, ends: SearchEnds) {
    guard let calendar else { return try plain(series, horizon, parent, starts) }
    precondition(calendar.count == series.values.count + max(horizon, 0))
    let even = zip(series.values, calendar).map { value, factor in value.map { $0 / factor } }
    let found = try plain(TimeSeries(even, period: series.period), horizon, parent, starts)
    return (found.forecast.scaled(by: Array(calendar.suffix(horizon))), found.ends)
  }

  private func plain(
    _ series: TimeSeries, _ horizon: Int, _ parent: Parent?, _ starts: SearchEnds
  ) throws(ForecastFailure) -> (forecast: Forecast, ends: SearchEnds) {
    guard horizon > 0 else { throw .noHorizon }
    // NaN fails the comparison too.
    if let index = series.values.firstIndex(where: { value in value.map { !(abs($0) <= 1e100) } ?? false }) {
      throw .notFinite(index: index)
    }
    let stale = series.missingAtEnd
    let cleaning = OutlierCleaning(series.filled, period: series.period)
    let y = cleaning.values
    guard
      var draft = draft(
        y, period: series.period, horizon: horizon + (y.isEmpty ? 0 : stale), parent: parent, from: starts)
    else {
      throw .noObservations
    }
    let constant = y.count > 1 && y.allSatisfy { $0 == y[0] } ? y.first : nil
    if let constant { draft = draft.widened(to: Forecaster.leastSpread(constant)) }
    var notes: [ForecastNote] = [.uncalibrated]
    if series.missingInside > 0 { notes.append(.filledGaps(series.missingInside)) }
    if stale > 0, !y.isEmpty { notes.append(.staleBy(stale)) }
    if constant != nil { notes.append(.constant) }
    if !cleaning.replaced.isEmpty { notes.append(.replacedOutlier(cleaning.replaced.count)) }
    if draft.tookMedian { notes.append(.disagreement) }
    let year = y.suffix(series.period)
    var forecast = Forecast(
      method: draft.method, points: Array(draft.points.suffix(horizon)), band80: draft.band(80, horizon),
      band95: draft.band(95, horizon), members: draft.members, notes: notes,
      residuals: draft.residuals, volume: year.reduce(0, +) / Double(max(year.count, 1)),
      isNonNegative: (y.min() ?? 0) >= 0)
    forecast.pool = draft.pool?.last(horizon)
    return (forecast.floored(), draft.ends)
  }

  /// The spread of a series that has always been `level`, which its own errors say nothing of: for a count that of chance
  /// (Poisson), else next to nothing (see `ForecastDraft`).
  private static func leastSpread(_ level: Double) -> Double {
    level > 0 && level == level.rounded() ? level.squareRoot() : 0
  }

  private func draft(_ y: [Double], period: Int, horizon: Int, parent: Parent?, from starts: SearchEnds)
    -> ForecastDraft?
  {
    let ladder = ModelFallback(y, period: period, horizon: horizon, parent: parent)
    guard !y.isEmpty else { return ladder.fromShare() }
    if (y.min() ?? 0) >= 0, let draft = CountModelFallback(y, period: period, horizon: horizon).draft { return draft }
    switch y.count {
    case ..<4: return ladder.shrunkenMean()
    case ..<8: return ladder.smoothing()
    case ..<(2 * period): return ladder.pooledSeason()
    case ...(5 * period) where parent != nil: return ladder.short()
    default: return ladder.combination(fitter, from: starts)
    }
  }
}
