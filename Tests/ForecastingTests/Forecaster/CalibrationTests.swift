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

  /// Where all errors fit under both quantiles, the levels are as far apart as a normal distribution has them.
  @Test(arguments: [1, 2, 3]) func levelsOfFewCasesDiffer(_ count: Int) throws {
    let series = TimeSeries(EdgeSeriesTests.wave(30), period: 12)
    let forecast = try Forecaster().forecast(series, horizon: 1)
    let width = forecast.band80.upper[0] - forecast.points[0]
    let cases = (1...count).map { number in
      Calibration.Case(forecast: forecast, actual: [forecast.points[0] + Double(number) * width])
    }
    let wide = forecast.calibrated(by: Calibration(cases, horizon: 1, least: 1))
    let sides = [wide.band80.upper[0], wide.band95.upper[0]].map { $0 - wide.points[0] }
    #expect(abs(sides[1] / sides[0] - 1.95996 / 1.28155) < 1e-4, "\(sides)")
    // The largest of so few is not the end.
    #expect(sides[0] > Double(count) * width)
  }

  /// A history that hardly moves gives an interval of next to no width; one such case must not blow all others up.
  @Test func widthsOfNothingBlowNothingUp() throws {
    let flat = try Forecaster().forecast(
      TimeSeries((0..<24).map { 100 + Double($0 % 2) * 1e-9 }, period: 4), horizon: 2)
    let calibration = Calibration([Calibration.Case(forecast: flat, actual: [150, 160])], horizon: 2)
    let other = try Forecaster().forecast(TimeSeries(EdgeSeriesTests.wave(60), period: 12), horizon: 2)
    #expect(calibration.factors(other, .ninetyFive).allSatisfy { $0 <= Calibration.most })
  }

  /// How far models are off in their own units differs between the rungs of the ladder.
  @Test func everyRungHasItsOwnFactors() throws {
    let wave = EdgeSeriesTests.wave(60)
    let long = try Forecaster().forecast(TimeSeries(wave, period: 12), horizon: 2)
    let young = try Forecaster().forecast(TimeSeries(Array(wave.prefix(6)), period: 12), horizon: 2)
    #expect(long.method != young.method)
    func cases(_ forecast: Forecast, _ stretch: Double) -> [Calibration.Case] {
      let actual = zip(forecast.points, forecast.band95.upper).map { $0 + ($1 - $0) * stretch }
      return [Calibration.Case](
        repeating: Calibration.Case(forecast: forecast, actual: actual), count: Calibration.leastCases)
    }
    let calibration = Calibration(cases(long, 2) + cases(young, 0.5), horizon: 2)
    #expect(calibration.factors(long, .ninetyFive).allSatisfy { abs($0 - 2) < 1e-9 })
    #expect(calibration.factors(young, .ninetyFive).allSatisfy { abs($0 - 0.5) < 1e-9 })
    // Of another size: those of the same rung.
    let large = try Forecaster().forecast(TimeSeries(wave.map { $0 * 100 }, period: 12), horizon: 2)
    #expect(calibration.factors(large, .ninetyFive).allSatisfy { abs($0 - 2) < 1e-9 })
  }

  /// That nothing came after series that had ended does not take the bound away.
  @Test func theBoundOfWhatHasEndedStays() throws {
    let ended = try Forecaster().forecast(TimeSeries([Double](repeating: 0, count: 24), period: 4), horizon: 4)
    let calm = Calibration.Case(forecast: ended, actual: [0, 0, 0, 0])
    let calibrated = ended.calibrated(by: Calibration([Calibration.Case](repeating: calm, count: 200), horizon: 4))
    #expect(calibrated.band95 == ended.band95 && calibrated.band95.upper[0] > 0)
  }

  /// Nothing below zero is nothing above it: a forecast that is moved up still holds zero.
  @Test func movingKeepsZeroWithin() throws {
    let rare = try Forecaster().forecast(
      TimeSeries((0..<24).map { $0 % 3 == 0 ? 2.0 : 0 }, period: 4), horizon: 2)
    #expect(rare.band95.lower == [0, 0])
    let moved = rare.moved(to: rare.points.map { $0 + 5 })
    #expect(moved.band95.lower == [0, 0] && moved.band95.upper[0] > rare.band95.upper[0])
    let down = rare.moved(to: [0, 0])
    #expect(down.band95.lower == [0, 0] && down.band95.upper[0] > 0)
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
