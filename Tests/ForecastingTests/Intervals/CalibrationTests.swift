import Forecasting
import Testing

@Suite struct CalibrationTests {
  /// Errors twice as wide as the models say double the intervals; both sides and both levels have their own factor.
  @Test func factorsAreQuantilesOfPastErrors() throws {
    let series = TimeSeries(EdgeSeriesTests.wave(60), period: 12)
    let forecast = try Forecaster().forecast(series, horizon: 3)
    let width = forecast.band95.upper[0] - forecast.points[0]
    // A hundred cases whose first error runs evenly from 0 to twice the half-width.
    let cases = (1...100).map { number in
      let actual = forecast.points.indices.map { step in
        forecast.points[step] + (forecast.band95.upper[step] - forecast.points[step]) * 0.02 * Double(number)
      }
      return Calibration.Case(forecast: forecast, actual: actual)
    }
    let calibration = Calibration(cases, horizon: 3)
    let factors = calibration.factors(forecast, .ninetyFive)
    #expect(factors.allSatisfy { abs($0 - 1.91) < 0.03 }, "\(factors)")
    let wide = forecast.calibrated(by: calibration)
    #expect(abs(wide.band95.upper[0] - wide.points[0] - width * factors[0]) < 1e-9)
    #expect(!wide.notes.contains(.uncalibrated) && forecast.notes.contains(.uncalibrated))
  }

  /// A history that hardly moves gives an interval of next to no width; one such case must not blow all others up.
  @Test func widthsOfNothingBlowNothingUp() throws {
    let flat = try Forecaster().forecast(
      TimeSeries((0..<24).map { 100 + Double($0 % 2) * 1e-9 }, period: 4), horizon: 2)
    let calibration = Calibration([Calibration.Case(forecast: flat, actual: [150, 160])], horizon: 2)
    let other = try Forecaster().forecast(TimeSeries(EdgeSeriesTests.wave(60), period: 12), horizon: 2)
    #expect(calibration.factors(other, .ninetyFive).allSatisfy { $0 <= Calibration.most })
  }

  @Test func nothingKnownChangesNothing() throws {
    let forecast = try Forecaster().forecast(TimeSeries(EdgeSeriesTests.wave(60), period: 12), horizon: 3)
    let calibration = Calibration([], horizon: 3)
    #expect(calibration.factors(forecast, .eighty) == [1, 1, 1])
    #expect(forecast.calibrated(by: calibration).band95 == forecast.band95)
  }

  /// Coverage on fresh data of the same kind is what it should be.
  @Test func coversFreshSeries() throws {
    var state: UInt64 = 7
    func noise() -> Double {
      (0..<4).reduce(0) { sum, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return sum + Double(state >> 40) / Double(1 << 24) - 0.5
      }
    }
    let entries = (0..<150).map { _ in
      let values = (0..<42).map { 100 + 10 * noise() * (1 + Double($0 % 3)) }
      return Benchmark.Entry(series: TimeSeries(Array(values.prefix(36)), period: 4), test: Array(values.suffix(6)))
    }
    let benchmark = Benchmark(entries, workers: 2)
    #expect(abs(benchmark.coverage - 0.95) < 0.03, "\(benchmark.coverage)")
    #expect(abs(benchmark.coverage80 - 0.8) < 0.06, "\(benchmark.coverage80)")
  }
}
