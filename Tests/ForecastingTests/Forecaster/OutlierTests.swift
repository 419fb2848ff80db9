import Forecasting
import Testing

/// A lone outlier does not move the forecast; what only looks like one is left alone.
@Suite struct OutlierTests {
  private func replaced(_ forecast: Forecast) -> Int {
    forecast.notes.reduce(0) { sum, note in
      guard case .replacedOutlier(let count) = note else { return sum }
      return sum + count
    }
  }

  private func level(_ count: Int) -> [Double] { (0..<count).map { 100 + Double($0 * 7 % 5) } }

  /// A posting with 1,500 openings that is valid in two quarters.
  @Test(arguments: [0, 6]) func oneOutlierIsReplaced(_ place: Int) throws {
    var values = level(14)
    let plain = try Forecaster().forecast(TimeSeries(values, period: 4), horizon: 4)
    for t in place..<(place + 2) { values[t] += 1500 }
    let forecast = try Forecaster().forecast(TimeSeries(values, period: 4), horizon: 4)
    #expect(replaced(forecast) == 2 && replaced(plain) == 0)
    #expect(zip(forecast.points, plain.points).allSatisfy { abs($0 - $1) < 5 }, "\(forecast.points) \(plain.points)")
    #expect(forecast.band95.upper.allSatisfy { $0 < 150 }, "\(forecast.band95.upper)")
  }

  @Test func aSpikeOfEveryYearIsASeason() throws {
    let values = level(36).enumerated().map { $0 % 12 == 11 ? $1 * 8 : $1 }
    let forecast = try Forecaster().forecast(TimeSeries(values, period: 12), horizon: 12)
    #expect(replaced(forecast) == 0 && forecast.points[11] > 400, "\(forecast.points)")
  }

  @Test func aNewLevelIsNoOutlier() throws {
    for last in 1...3 {
      let values = level(30).enumerated().map { $0 >= 30 - last ? $1 * 9 : $1 }
      #expect(replaced(try Forecaster().forecast(TimeSeries(values, period: 4), horizon: 4)) == 0, "\(last)")
    }
    let shift = level(30).enumerated().map { $0 < 10 ? $1 * 9 : $1 }
    #expect(replaced(try Forecaster().forecast(TimeSeries(shift, period: 4), horizon: 4)) == 0)
  }

  @Test func theOnlyDemandIsNoOutlier() throws {
    let values = (0..<20).map { $0 == 7 ? 40.0 : 0 }
    #expect(replaced(try Forecaster().forecast(TimeSeries(values, period: 4), horizon: 4)) == 0)
  }

  /// Two high and two low quarters; a peak of the last year is not unlike its neighbours but like the year before.
  @Test(arguments: [8, 40]) func aStrongSeasonHasNoOutlier(_ count: Int) throws {
    let year = [14500.0, 13800, 39500, 45800]
    let values = (0..<count).map { t -> Double in
      let noise = Double(t * 5 % 7) / 60
      return year[t % 4] * (1 + noise)
    }
    let series = TimeSeries(values, period: 4)
    let forecast = try Forecaster().forecast(series, horizon: 4)
    #expect(replaced(forecast) == 0)
    if count > 8 { #expect(zip(forecast.points, year).allSatisfy { abs($0 / $1 - 1) < 0.15 }, "\(forecast.points)") }
    // The end of a series whose ordinary peaks were taken for outliers.
    let end = [37849.0, 43868, 14429, 13116, 40538, 45779, 15126, 14504]
    let before = (0..<(count - 8)).map { year[($0 + 2) % 4] }
    #expect(replaced(try Forecaster().forecast(TimeSeries(before + end, period: 4), horizon: 4)) == 0)
  }

  /// A year of nothing at the end begins with no outlier, however even the years before were.
  @Test func theEndOfASeriesIsNoOutlier() throws {
    let values = EdgeSeriesTests.wave(36) + [Double](repeating: 0, count: 12)
    #expect(replaced(try Forecaster().forecast(TimeSeries(values, period: 12), horizon: 4)) == 0)
  }

  /// In a strong season a quarter that is unlike its own season is found, though others are as high.
  @Test func anOutlierWithinASeasonIsReplaced() throws {
    let year = [100.0, 120, 300, 320]
    var values = (0..<32).map { year[$0 % 4] + Double($0 * 7 % 5) }
    let plain = try Forecaster().forecast(TimeSeries(values, period: 4), horizon: 4)
    values[16] = 320
    let forecast = try Forecaster().forecast(TimeSeries(values, period: 4), horizon: 4)
    #expect(replaced(forecast) == 1)
    #expect(zip(forecast.points, plain.points).allSatisfy { abs($0 / $1 - 1) < 0.03 }, "\(forecast.points)")
  }
}
