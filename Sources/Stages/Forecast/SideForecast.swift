import Domain
import Forecasting

/// The forecasts of one side of the market, openings or seekers: every series of a tree, reconciled.
struct SideForecast {
  /// One series.
  struct Series {
    let history: [Double]
    /// In persons: what is below the top is rounded to tenths, and all adds up.
    let forecast: Forecast
    let score: BacktestScore?
  }

  let series: [Series]
  /// See `Backtest`.
  let restsOnFewShocks: Bool

  /// - Parameters:
  ///   - leaves: values of each leaf of `tree`.
  ///   - calendar: see `NewYearEffect.factors`; of the history's periods and of those ahead.
  ///   - isCancelled: see `PanelForecaster`.
  ///   - check: throws where the forecasts were broken off.
  init(
    _ leaves: [[Double]], tree: OccupationTree, period: Int, horizon: Int, calendar: [Double]?, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool, check: () throws -> Void
  ) throws {
    let histories =
      tree.hierarchy.aggregates.map { members in
        leaves[0].indices.map { step in members.reduce(0) { $0 + leaves[$1][step] } }
      } + leaves
    let panel = Panel(
      zip(histories, tree.parents).map { history, parent in
        Panel.Member(series: TimeSeries(history, period: period), parent: parent, calendar: calendar)
      })
    let reconciliation = try Reconciliation(tree.hierarchy, .structural)
    let backtest = Backtest(
      panel, horizon: horizon, workers: workers,
      adjusted: { SideForecast.reconciled($0, reconciliation, tree.hierarchy, horizon) }, isCancelled: isCancelled)
    try check()
    restsOnFewShocks = backtest.restsOnFewShocks
    let forecasts = try backtest.forecasts.map { try $0.get() }
    series = histories.indices.map { index in
      Series(history: histories[index], forecast: forecasts[index], score: backtest.scores[index])
    }
  }

  /// Makes all points add up, nothing below zero. Leaves are rounded to tenths of a person before they are added up, so
  /// that what is published adds up too.
  private static func reconciled(
    _ forecasts: [Forecast], _ reconciliation: Reconciliation, _ hierarchy: Hierarchy, _ horizon: Int
  ) -> [Forecast] {
    var points = forecasts.map(\.points)
    for step in 0..<horizon {
      let found = reconciliation.reconciledNonNegative(points.map { $0[step] })
      let leaves = found.dropFirst(hierarchy.aggregates.count).map { Rounding.round($0, decimals: 1) }
      for (index, value) in hierarchy.summed(leaves).enumerated() { points[index][step] = value }
    }
    return zip(forecasts, points).map { $0.moved(to: $1) }
  }
}
