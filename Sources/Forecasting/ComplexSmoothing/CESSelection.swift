/// Complex exponential smoothing of the kind with the least AICc.
struct CESSelection {
  let fit: CESFit
  /// Where the search over each kind ended: where one over nearly the same series may start.
  let ends: [CESModel: [Double]]

  /// Those kinds that are far behind after the coarse search are not polished.
  ///
  /// - Parameter starts: ends of an earlier search; empty to search everywhere.
  /// - Returns: nil where the series is too short for every kind.
  init?(_ y: [Double], period: Int, horizon: Int, from starts: [CESModel: [Double]]) {
    let searches = CESModel.allCases.compactMap { CESSearch($0, y, period: period, from: starts[$0]) }
    let least = searches.map(\.aicc).min() ?? .infinity
    let fits = searches.filter { $0.aicc < least + 6 }.compactMap { search in
      search.polish()
      return CESFit(search, y.count, horizon)
    }
    let best = fits.filter { $0.aicc.isFinite && $0.points.allSatisfy(\.isFinite) }.min { $0.aicc < $1.aicc }
    guard let best else { return nil }
    fit = best
    ends = Dictionary(searches.map { ($0.problem.model, $0.best) }, uniquingKeysWith: { first, _ in first })
  }
}
