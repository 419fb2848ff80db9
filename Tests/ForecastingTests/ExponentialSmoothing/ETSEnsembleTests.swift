import Forecasting
import Testing

@Suite struct ETSEnsembleTests {
  @Test func weightsFollowTheCriterion() throws {
    let series = try #require(Golden.series["AirPassengers"])
    let ensemble = try #require(
      ETSEnsemble(series.y, period: 12, horizon: 12, fitter: ETSFitter(maxPeriod: 12))
    ).all
    #expect(abs(ensemble.members.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    let best = try #require(ensemble.members.max { $0.weight < $1.weight })
    #expect(best.fit.aicc == ensemble.members.map(\.fit.aicc).min())
    #expect(best.fit.model.season == .multiplicative)
    // The mixture is wider than its members are on average.
    for step in 0..<12 {
      let within = ensemble.members.reduce(0) { $0 + $1.weight * $1.fit.outlook(horizon: 12).variances[step] }
      #expect(ensemble.variances[step] >= within * (1 - 1e-12))
    }
  }

  /// In two and a half years AICc leaves the season out; the seasonal models keep it.
  @Test func seasonalModelsAreWeightedAmongThemselves() throws {
    let y = (0..<30).map {
      [95.0, 97, 100, 104, 105, 100, 96, 94, 102, 106, 101, 99][$0 % 12] + Double($0 * $0 * 7 % 23)
    }
    let ensemble = try #require(ETSEnsemble(y, period: 12, horizon: 12, fitter: ETSFitter(maxPeriod: 12)))
    let seasonal = try #require(ensemble.seasonal)
    #expect(seasonal.members.allSatisfy { $0.fit.model.season != .none })
    #expect(abs(seasonal.members.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    func range(_ points: [Double]) -> Double { (points.max() ?? 0) - (points.min() ?? 0) }
    #expect(
      range(seasonal.points) > 8 && range(ensemble.all.points) < range(seasonal.points) / 2,
      "\(ensemble.all.points) \(seasonal.points)")
    #expect(ETSEnsemble(y, period: 1, horizon: 3, fitter: ETSFitter(maxPeriod: 1))?.seasonal == nil)
  }
}
