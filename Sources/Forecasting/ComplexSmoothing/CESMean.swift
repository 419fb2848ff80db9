/// The mean of the two complex exponential smoothings with a season of their own, partial and full: which of them is
/// nearer to the truth, AICc does not tell.
struct CESMean {
  let points: [Double]
  /// In equal parts.
  let models: [CESModel]
  /// Where the searches ended: where those over nearly the same series may start.
  let ends: [CESModel: [Double]]

  /// - Parameter starts: ends of an earlier search; empty to search everywhere.
  /// - Returns: nil where the series is too short.
  init?(_ models: [CESModel], _ y: [Double], period: Int, horizon: Int, from starts: [CESModel: [Double]]) {
    let found = models.compactMap { model -> (CESSearch, CESFit)? in
      guard let search = CESSearch(model, y, period: period, from: starts[model]) else { return nil }
      search.finish()
      guard let fit = CESFit(search, y.count, horizon), fit.points.allSatisfy(\.isFinite) else { return nil }
      return (search, fit)
    }
    guard !found.isEmpty else { return nil }
    points = (0..<horizon).map { step in found.reduce(0) { $0 + $1.1.points[step] } / Double(found.count) }
    self.models = found.map { $0.1.model }
    ends = Dictionary(found.map { ($0.0.problem.model, $0.0.best) }, uniquingKeysWith: { first, _ in first })
  }
}
