import Forecasting
import Testing

/// Optimised fits, against the best that three other programs found.
@Suite struct ETSFitterTests {
  struct Best: Decodable {
    let id: String
    let model: String
    let best: Double?
  }

  @Test func likelihoodIsTheBestKnown() throws {
    let fitter = ETSFitter(maxPeriod: 12)
    var (good, all) = (0, 0)
    for one in try Golden.read("ets_best_known") as [Best] {
      guard let best = one.best else { continue }
      let series = try #require(Golden.series[one.id])
      let fit = fitter.fit(try #require(ETSModel(one.model)), series.y, period: series.m)
      all += 1
      if let fit, fit.deviance <= best + 0.5 { good += 1 }
    }
    #expect(all == 674)
    #expect(Double(good) >= 0.93 * Double(all), "\(good) of \(all)")
  }

  /// What the fitter says of its fit must be what the plain filter finds, and lie in the usual region.
  @Test func fitsAreWhatTheySay() throws {
    let fitter = ETSFitter(maxPeriod: 12)
    for id in ["AirPassengers", "m3_quarterly:N0646", "jolts_short60:JTU000000270000000JOL@2007-06"] {
      let series = try #require(Golden.series[id])
      for model in ETSModel.all {
        let fit = try #require(fitter.fit(model, series.y, period: series.m), "\(id) \(model)")
        let filter = ETSFilter(model, fit.parameters, fit.initial, series.y)
        #expect(abs(filter.deviance - fit.deviance) < 1e-6, "\(id) \(model)")
        #expect(difference([filter.state.level], [fit.final.level]) < 1e-9)
        let parameters = fit.parameters
        #expect((1e-4...0.9999).contains(parameters.alpha))
        #expect(parameters.beta <= parameters.alpha && parameters.gamma <= 1 - parameters.alpha)
        #expect(model.trend != .damped || (0.8...0.98).contains(parameters.phi))
        let sum = fit.initial.season.reduce(0, +)
        #expect(model.season != .multiplicative || abs(sum - Double(series.m)) < 1e-9)
        #expect(model.season != .additive || abs(sum) < 1e-6)
      }
    }
  }

  @Test func scaleDoesNotMatter() throws {
    let series = try #require(Golden.series["AirPassengers"])
    let fitter = ETSFitter(maxPeriod: 12)
    let model = try #require(ETSModel("MAdM"))
    let plain = try #require(fitter.fit(model, series.y, period: 12))
    let large = try #require(fitter.fit(model, series.y.map { $0 * 1e6 }, period: 12))
    let points = plain.outlook(horizon: 12).points.map { $0 * 1e6 }
    #expect(difference(large.outlook(horizon: 12).points, points) < 1e-6)
  }

  @Test func refusesWhatItCannotFit() throws {
    let fitter = ETSFitter(maxPeriod: 12)
    let plain = try #require(ETSModel("ANN"))
    let seasonal = try #require(ETSModel("ANA"))
    #expect(fitter.fit(plain, [1, 2, 3], period: 12) == nil)
    #expect(fitter.fit(plain, [Double](repeating: 0, count: 30), period: 12) == nil)
    #expect(fitter.fit(seasonal, (0..<23).map(Double.init), period: 12) == nil)
  }
}
