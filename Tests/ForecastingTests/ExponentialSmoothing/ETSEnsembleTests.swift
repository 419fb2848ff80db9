import Forecasting
import Testing

@Suite struct ETSEnsembleTests {
  @Test func weightsFollowTheCriterion() throws {
    let series = try #require(Golden.series["AirPassengers"])
    let ensemble = try #require(
      ETSEnsemble(series.y, period: 12, horizon: 12, fitter: ETSFitter(maxPeriod: 12)))
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
}
