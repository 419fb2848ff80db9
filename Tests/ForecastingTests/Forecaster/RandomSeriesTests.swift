import Forecasting
import Foundation
import Testing

/// Random series of ten kinds, any length to 90, with gaps, at scales from 1e-80 to 1e80.
@Suite struct RandomSeriesTests {
  struct Generator {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }

    mutating func series(_ kind: Int) -> TimeSeries {
      let count = Int(next() * 90)
      let period = [1, 4, 12][Int(next() * 3)]
      let scale = [1, 1e6, 1e-6, 1e12, 1e80, 1e-80][Int(next() * 6)]
      var level = 10.0
      let values = (0..<count).map { t -> Double? in
        level *= exp((next() - 0.5) * 0.5)
        let value =
          switch kind {
          case 0: next() * 10
          case 1: next() < 0.7 ? 0 : Double(Int(next() * 5))
          case 2: level
          case 3: t == count / 2 ? 1e6 : 1
          case 4: Double(t % period)
          case 5: t < count / 2 ? 0 : 5 + next()
          case 6: exp(Double(t) / 3)
          case 7: Double(Int(next() * 2))
          case 8: next() - 0.5
          default: max(0, 3 + level * (next() - 0.5))
          }
        return next() < 0.05 ? nil : value * scale
      }
      return TimeSeries(values, period: period)
    }
  }

  @Test(arguments: 0..<10) func alwaysAForecastOrAReason(_ kind: Int) throws {
    var generator = Generator(state: UInt64(kind) + 1)
    for _ in 0..<30 {
      let series = generator.series(kind)
      let rolling = RollingForecasts(
        Panel([Panel.Member(series: series)]), horizon: 7, past: RollingOrigins.back(horizon: 7), workers: 1)
      guard !series.filled.isEmpty else {
        #expect(throws: ForecastFailure.noObservations) { try rolling.newest[0].get() }
        continue
      }
      let forecast = try rolling.newest[0].get().calibrated(by: Calibration(rolling.cases(), horizon: 7))
      for step in 0..<7 {
        let values = [
          forecast.band95.lower[step], forecast.points[step], forecast.band95.upper[step], forecast.band80.lower[step],
          forecast.band80.upper[step],
        ]
        #expect(values.allSatisfy { $0.isFinite && ($0 >= 0 || !forecast.isNonNegative) }, "\(kind) \(values)")
        #expect(values[0] <= values[1] && values[1] <= values[2] && values[3] <= values[1] && values[1] <= values[4])
      }
    }
  }
}
