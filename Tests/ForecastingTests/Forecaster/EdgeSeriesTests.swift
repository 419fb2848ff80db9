import Forecasting
import Testing

/// Whatever the series, there is a forecast or a reason: never NaN, never below zero, intervals around the point.
@Suite struct EdgeSeriesTests {
  static func check(_ forecast: Forecast, _ horizon: Int, _ name: String) {
    let bands = [
      forecast.band95.lower, forecast.band80.lower, forecast.points, forecast.band80.upper, forecast.band95.upper,
    ]
    for step in 0..<horizon {
      let values = bands.map { $0[step] }
      #expect(values.allSatisfy { $0.isFinite && $0 >= 0 }, "\(name) \(step): \(values)")
      #expect(values == values.sorted(), "\(name) \(step): \(values)")
    }
    #expect(bands.allSatisfy { $0.count == horizon })
  }

  static func wave(_ count: Int) -> [Double] {
    (0..<count).map { [12.0, 15, 9, 20, 18, 11, 14, 16, 13, 22, 19, 10][$0 % 12] + Double($0) / 4 }
  }

  @Test(arguments: 0...40) func anyLength(_ count: Int) throws {
    let forecaster = Forecaster()
    for (period, horizon) in [(12, 12), (4, 4), (1, 3)] {
      let series = TimeSeries(EdgeSeriesTests.wave(count), period: period)
      guard count > 0 else {
        #expect(throws: ForecastFailure.noObservations) { try forecaster.forecast(series, horizon: horizon) }
        continue
      }
      let forecast = try forecaster.forecast(series, horizon: horizon)
      EdgeSeriesTests.check(forecast, horizon, "\(count) \(period)")
      #expect(forecast.points.allSatisfy { $0 > 1 && $0 < 100 }, "\(count) \(period) \(forecast.points)")
    }
  }

  @Test(arguments: 0...40) func anyLengthBelowAParent(_ count: Int) throws {
    let forecaster = Forecaster()
    let whole = TimeSeries(EdgeSeriesTests.wave(60).map { $0 * 10 }, period: 12)
    let above = try forecaster.forecast(whole, horizon: 12)
    let parent = Parent(whole, forecast: above, children: 10)
    let child = TimeSeries(Array(EdgeSeriesTests.wave(60).suffix(count)), period: 12)
    let forecast = try forecaster.forecast(child, horizon: 12, parent: parent)
    EdgeSeriesTests.check(forecast, 12, "\(count)")
    let wanted: ForecastMethod =
      switch count {
      case 0: .parentShare
      case 1..<4: .shrunkenMean
      case 4..<8: .smoothing
      case 8..<24: .pooledSeason
      default: .short
      }
    #expect(forecast.method == wanted)
    // The child is a tenth of its parent, season and all.
    let error = zip(forecast.points, above.points).map { abs($0 - $1 / 10) / ($1 / 10) }.reduce(0, +) / 12
    #expect(error < 0.25, "\(count): \(error)")
  }

  @Test(arguments: [1, 2, 5, 12, 24, 36, 60]) func constant(_ count: Int) throws {
    let series = TimeSeries([Double](repeating: 7, count: count), period: 12)
    let forecast = try Forecaster().forecast(series, horizon: 6)
    EdgeSeriesTests.check(forecast, 6, "\(count)")
    #expect(forecast.points.allSatisfy { abs($0 - 7) < 0.01 }, "\(forecast.points)")
    #expect(forecast.notes.contains(.constant) == (count > 1))
    // A count of seven may be four or ten; other values have half a per cent.
    #expect(forecast.band80.upper.allSatisfy { $0 > 9 } && forecast.band80.lower.allSatisfy { $0 < 5 })
    let rate = try Forecaster().forecast(
      TimeSeries([Double](repeating: 7.5, count: count), period: 12), horizon: 6)
    #expect(rate.band80.upper.allSatisfy { $0 > 7.54 })
  }

  /// In a panel too, where nothing ever moved.
  @Test func aPanelOfConstantsKeepsItsIntervals() throws {
    let panel = Panel(
      (1...120).map { Panel.Member(series: TimeSeries([Double](repeating: Double($0), count: 24), period: 4)) })
    for outcome in Backtest(panel, horizon: 4, workers: 2).forecasts {
      let forecast = try outcome.get()
      #expect(zip(forecast.band95.lower, forecast.band95.upper).allSatisfy { $1 - $0 > 0.01 * forecast.points[0] })
    }
  }

  @Test(arguments: [1, 4, 11, 12, 30, 60]) func allZero(_ count: Int) throws {
    let series = TimeSeries([Double](repeating: 0, count: count), period: 12)
    let forecast = try Forecaster().forecast(series, horizon: 6)
    EdgeSeriesTests.check(forecast, 6, "\(count)")
    #expect(forecast.points.allSatisfy { $0 < 0.01 })
    #expect(forecast.method == .ended)
    #expect(forecast.band95.upper.allSatisfy { $0 >= 1 && $0 <= (count >= 12 ? 3 : 7) })
  }

  @Test func emptyLastYear() throws {
    let series = TimeSeries(EdgeSeriesTests.wave(36) + [Double](repeating: 0, count: 12), period: 12)
    let forecast = try Forecaster().forecast(series, horizon: 12)
    #expect(forecast.method == .ended && forecast.points.allSatisfy { $0 == 0 })
    EdgeSeriesTests.check(forecast, 12, "ended")
  }

  @Test(arguments: [0, 10, 29]) func oneSpike(_ place: Int) throws {
    var values = [Double](repeating: 0, count: 30)
    values[place] = 500
    let forecast = try Forecaster().forecast(TimeSeries(values, period: 12), horizon: 6)
    EdgeSeriesTests.check(forecast, 6, "\(place)")
    var level = [Double](repeating: 50, count: 60)
    level[place] = 5000
    let other = try Forecaster().forecast(TimeSeries(level, period: 12), horizon: 6)
    EdgeSeriesTests.check(other, 6, "\(place)")
    #expect(other.points.allSatisfy { $0 < 3000 }, "\(other.points)")
  }

  @Test func levelShift() throws {
    let values = (0..<60).map { ($0 < 40 ? 20.0 : 100) + Double($0 * 7 % 5) }
    let forecast = try Forecaster().forecast(TimeSeries(values, period: 12), horizon: 12)
    EdgeSeriesTests.check(forecast, 12, "shift")
    #expect(forecast.points.allSatisfy { $0 > 70 && $0 < 140 }, "\(forecast.points)")
  }

  @Test func missingMonths() throws {
    var values = EdgeSeriesTests.wave(60).map(Optional.some)
    for place in [0, 1, 17, 18, 19, 40, 58, 59] { values[place] = nil }
    let series = TimeSeries(values, period: 12)
    #expect(series.filled.count == 56 && series.missingAtEnd == 2 && series.missingInside == 4)
    let forecast = try Forecaster().forecast(series, horizon: 12)
    EdgeSeriesTests.check(forecast, 12, "missing")
    #expect(forecast.notes.contains(.filledGaps(4)) && forecast.notes.contains(.staleBy(2)))
    // The same steps ahead as with all months known.
    let full = try Forecaster().forecast(TimeSeries(EdgeSeriesTests.wave(60), period: 12), horizon: 12)
    #expect(
      zip(forecast.points, full.points).allSatisfy { abs($0 - $1) < 0.15 * $1 }, "\(forecast.points) \(full.points)")
    let never = TimeSeries([nil, nil, nil], period: 12)
    #expect(throws: ForecastFailure.noObservations) { try Forecaster().forecast(never, horizon: 3) }
  }

  @Test func millionfold() throws {
    for count in [3, 6, 14, 30, 60] {
      let plain = EdgeSeriesTests.wave(count)
      let small = try Forecaster().forecast(TimeSeries(plain, period: 12), horizon: 6)
      for factor in [1e6, 1e-6] {
        let large = try Forecaster().forecast(TimeSeries(plain.map { $0 * factor }, period: 12), horizon: 6)
        EdgeSeriesTests.check(large, 6, "\(count) \(factor)")
        #expect(difference(large.points.map { $0 / factor }, small.points) < 1e-6, "\(count) \(factor)")
        #expect(difference(large.band95.upper.map { $0 / factor }, small.band95.upper) < 1e-5, "\(count) \(factor)")
      }
    }
  }

  @Test func intermittent() throws {
    let values = (0..<48).map { $0 % 3 == 0 ? Double(1 + $0 % 4) : 0 }
    let forecast = try Forecaster().forecast(TimeSeries(values, period: 12), horizon: 6)
    #expect(forecast.method == .intermittent)
    EdgeSeriesTests.check(forecast, 6, "intermittent")
    #expect(forecast.band95.upper[0] >= 3 && forecast.band95.lower[0] == 0)
  }

  @Test func belowZeroStaysPossibleForSuchSeries() throws {
    let values = (0..<40).map { -10 + Double($0 * 3 % 7) }
    let forecast = try Forecaster().forecast(TimeSeries(values, period: 4), horizon: 4)
    #expect(!forecast.isNonNegative && forecast.points.allSatisfy { $0.isFinite && $0 < 0 })
  }

  @Test func refusals() {
    let forecaster = Forecaster()
    #expect(throws: ForecastFailure.noHorizon) {
      try forecaster.forecast(TimeSeries([1, 2, 3], period: 12), horizon: 0)
    }
    for bad in [Double.nan, .infinity, -1e101] {
      #expect(throws: ForecastFailure.notFinite(index: 1)) {
        try forecaster.forecast(TimeSeries([1, bad, 3], period: 12), horizon: 2)
      }
    }
  }

  /// All series of the reference set, among them perfect fits, tiny and huge values.
  @Test func referenceSeries() throws {
    let forecaster = Forecaster()
    for series in Golden.series.values where (series.y.min() ?? 0) >= 0 {
      let forecast = try forecaster.forecast(TimeSeries(series.y, period: series.m), horizon: series.h)
      EdgeSeriesTests.check(forecast, series.h, series.id)
    }
  }
}
