import Forecasting
import Testing

@Suite struct CombinationTests {
  @Test func meanOrMedian() {
    #expect(Combination.points([[1, 1], [2, 2], [3, 9]]).points == [2, 2])
    #expect(Combination.points([[1, 1], [2, 2], [3, 9]]).tookMedian)
    #expect(!Combination.points([[1], [2], [3]]).tookMedian)
    // Two signs are apart.
    #expect(Combination.points([[-1], [1], [3]]).points == [1])
    #expect(Combination.points([[-10], [1], [3]]).points == [1])
    #expect(Combination.points([[-2], [-1], [-3]]).points == [-2])
  }

  @Test func membersWeighOne() throws {
    let series = try #require(Golden.series["AirPassengers"])
    let forecast = try Forecaster().forecast(TimeSeries(series.y, period: 12), horizon: 12)
    #expect(abs(forecast.members.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    #expect(forecast.members.contains { $0.name == "DOT" } && forecast.members.contains { $0.name.hasPrefix("CES(") })
    #expect(forecast.residuals.count == series.y.count)
  }

  @Test func calendarFactorsGoOutAndIn() throws {
    let plain = EdgeSeriesTests.wave(60)
    let factors = (0..<66).map { 1 + Double($0 % 5) / 20 }
    let bent = zip(plain, factors).map { $0 * $1 }
    let forecaster = Forecaster()
    let straight = try forecaster.forecast(TimeSeries(plain, period: 12), horizon: 6)
    let found = try forecaster.forecast(TimeSeries(bent, period: 12), horizon: 6, calendar: factors)
    #expect(difference(found.points, zip(straight.points, factors.suffix(6)).map { $0 * $1 }) < 1e-6)
    #expect(difference(found.band95.upper, zip(straight.band95.upper, factors.suffix(6)).map { $0 * $1 }) < 1e-6)
  }
}
