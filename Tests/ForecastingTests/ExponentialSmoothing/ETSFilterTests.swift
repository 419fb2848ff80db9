import Forecasting
import Testing

/// Fits with given parameters, against R's conventions (717 pairs of series and model).
@Suite struct ETSFilterTests {
  struct Fixed: Decodable {
    let id: String
    let model: String
    let alpha: Double
    let beta: Double?
    let gamma: Double?
    let phi: Double?
    let l0: Double
    let b0: Double?
    let season: [Double]
    let neg2ll: Double?
    let sse: Double
    let k: Int
    let aicc: Double?
    let sigma2: Double?
    let finalLevel: Double
    let finalTrend: Double?
    let finalSeason: [Double]
    let lastErrors: [Double]
    let forecast: [Double]
    let variances: [Double]?
  }

  @Test func fixedParameters() throws {
    let all: [Fixed] = try Golden.read("ets_fixed")
    #expect(all.count == 717)
    for one in all {
      let series = try #require(Golden.series[one.id])
      let model = try #require(ETSModel(one.model))
      let parameters = ETSParameters(
        alpha: one.alpha, beta: one.beta ?? 0, gamma: one.gamma ?? 0, phi: one.phi ?? 1)
      let start = ETSState(level: one.l0, trend: one.b0 ?? 0, season: one.season.reversed())
      let filter = ETSFilter(model, parameters, start, series.y)
      let size = series.y.map(abs).max() ?? 1
      let name = "\(one.id) \(one.model)"
      // A perfect fit leaves rounding noise, whose logarithm says nothing.
      if let deviance = one.neg2ll, one.sse > size * size * 1e-20 {
        #expect(difference([filter.deviance], [deviance], least: 1) < 1e-9, "\(name)")
      }
      #expect(difference([filter.squares], [one.sse], least: size * size * 1e-9) < 1e-9, "\(name)")
      #expect(model.parameterCount(period: series.m) == one.k, "\(name)")
      #expect(difference([filter.state.level], [one.finalLevel], least: size * 1e-3) < 1e-9, "\(name)")
      #expect(difference([filter.state.trend], [one.finalTrend ?? 0], least: size * 1e-3) < 1e-9, "\(name)")
      #expect(
        difference(filter.state.season, one.finalSeason.reversed(), least: size * 1e-3) < 1e-9, "\(name)")
      #expect(difference(Array(filter.residuals.suffix(3)), one.lastErrors, least: size * 1e-3) < 1e-9, "\(name)")
      guard let sigma2 = one.sigma2 else { continue }
      let outlook = ETSOutlook(model, parameters, filter.state, sigma2: sigma2, horizon: one.forecast.count)
      #expect(difference(outlook.points, one.forecast, least: size * 1e-3) < 1e-9, "\(name)")
      if let variances = one.variances, model.season != .multiplicative {
        #expect(difference(outlook.variances, variances, least: size * size * 1e-9) < 1e-9, "\(name)")
      }
    }
  }

  @Test func varianceOfMultiplicativeSeasonGrowsAndFollowsTheSeason() throws {
    let model = try #require(ETSModel("MNM"))
    let state = ETSState(level: 100, season: [0.5, 1.5])
    let outlook = ETSOutlook(
      model, ETSParameters(alpha: 0.3, gamma: 0.1), state, sigma2: 0.01, horizon: 4)
    #expect(outlook.points == [50, 150, 50, 150])
    // One step: s² l² sigma².
    #expect(difference([outlook.variances[0]], [0.25 * 10_000 * 0.01]) < 1e-12)
    #expect(outlook.variances[2] > outlook.variances[0])
    #expect(outlook.variances[1] > outlook.variances[0])
  }
}
