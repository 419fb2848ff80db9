import Forecasting
import Testing

/// The optimised theta model, against statsforecast and the reference in Python.
@Suite struct DynamicThetaTests {
  struct Entry: Decodable {
    let id: String
    let fixedDynamic: Fixed
    let fixedStatic: Fixed
    let fitted: Optimised?
  }

  struct Fixed: Decodable {
    let l0: Double
    let alpha: Double
    let theta: Double
    let objective: Double
    let lastErrors: [Double]
    let forecast: [Double]
  }

  struct Optimised: Decodable {
    let objective: Double
    let decomposed: Bool
  }

  @Test func fixedParameters() throws {
    let entries: [Entry] = try Golden.read("theta")
    #expect(entries.count == 52)
    for entry in entries {
      let series = try #require(Golden.series[entry.id])
      let size = series.y.map(abs).max() ?? 1
      for (fixed, isDynamic) in [(entry.fixedDynamic, true), (entry.fixedStatic, false)] {
        let theta = DynamicTheta(
          series.y, level: fixed.l0, alpha: fixed.alpha, theta: fixed.theta, isDynamic: isDynamic, horizon: series.h)
        #expect(difference([theta.objective], [fixed.objective], least: size * 1e-9) < 1e-9, "\(entry.id)")
        #expect(difference(Array(theta.residuals.suffix(3)), fixed.lastErrors, least: size) < 1e-9, "\(entry.id)")
        #expect(difference(theta.points, fixed.forecast, least: size * 1e-3) < 1e-9, "\(entry.id)")
      }
    }
  }

  @Test func optimisedParameters() throws {
    for entry in try Golden.read("theta") as [Entry] {
      guard let optimised = entry.fitted else { continue }
      let series = try #require(Golden.series[entry.id])
      let season = DynamicThetaTests.tested(series.y, series.m)
      #expect((season != .none) == optimised.decomposed, "\(entry.id)")
      let theta = DynamicTheta.fitted(season.adjusted(series.y), horizon: series.h)
      #expect(theta.objective <= optimised.objective * 1.001, "\(entry.id)")
      #expect((0.1...0.99).contains(theta.alpha) && theta.theta >= 1)
    }
  }

  /// The season that the reference takes out: classical indices where two periods or more pass the test of the M4
  /// competition.
  private static func tested(_ y: [Double], _ period: Int) -> SeasonalAdjustment {
    guard SeasonalityTest(y, period: period, cycles: 2)?.isSeasonal == true else { return .none }
    let factors = SeasonalIndices.classical(y, period: period, isMultiplicative: true)
    if y.allSatisfy({ $0 > 0 }), factors.allSatisfy({ $0 >= 0.01 }) {
      return SeasonalAdjustment(indices: factors, isMultiplicative: true)
    }
    return SeasonalAdjustment(
      indices: SeasonalIndices.classical(y, period: period, isMultiplicative: false), isMultiplicative: false)
  }

  @Test func shortSeries() {
    for count in 1...4 {
      let theta = DynamicTheta.fitted((0..<count).map { Double($0 + 3) }, horizon: 3)
      #expect(theta.points.count == 3 && theta.points.allSatisfy(\.isFinite))
    }
  }
}
