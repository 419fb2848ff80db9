import Forecasting
import Testing

/// Complex exponential smoothing, against statsforecast.
@Suite struct CESFitTests {
  struct Entry: Decodable {
    let id: String
    let models: [String: Pair?]
  }

  struct Pair: Decodable {
    let fixed: Fit?
    let optimised: Fit?
  }

  struct Fit: Decodable {
    let par: [String: Double?]
    let neg2ll: Double?
    let forecast: [Double?]
  }

  @Test func fixedParameters() throws {
    var count = 0
    for entry in try Golden.read("ces") as [Entry] {
      let series = try #require(Golden.series[entry.id])
      for (name, pair) in entry.models {
        guard let fixed = pair?.fixed, let deviance = fixed.neg2ll else { continue }
        let model = try #require(CESModel(rawValue: name))
        let wanted = fixed.forecast.compactMap { $0 }
        func value(_ key: String) -> Double { (fixed.par[key] ?? nil) ?? 0 }
        let parameters = CESParameters(
          alpha0: value("alpha_0"), alpha1: value("alpha_1"), beta0: value("beta_0"), beta1: value("beta_1"))
        let fit = CESFit(model, parameters, series.y, period: series.m, horizon: series.h)
        let size = series.y.map(abs).max() ?? 1
        // Two values of a perfect fit are rounding noise.
        if deviance > -500 || entry.id.hasPrefix("edge:tiny") {
          #expect(difference([fit.deviance], [deviance], least: 1) < 1e-9, "\(entry.id) \(name)")
        }
        #expect(difference(fit.points, wanted, least: size) < 1e-9, "\(entry.id) \(name)")
        count += 1
      }
    }
    #expect(count > 195)
  }

  @Test func optimisedParameters() throws {
    var (good, all) = (0, 0)
    for entry in try Golden.read("ces") as [Entry] {
      let series = try #require(Golden.series[entry.id])
      for (name, pair) in entry.models {
        guard let deviance = pair?.optimised?.neg2ll else { continue }
        let fit = CESFit.fitted(
          try #require(CESModel(rawValue: name)), series.y, period: series.m, horizon: series.h)
        all += 1
        if let fit, fit.deviance <= deviance + 0.1 { good += 1 }
      }
    }
    #expect(all > 195)
    #expect(Double(good) >= 0.96 * Double(all), "\(good) of \(all)")
  }
}
