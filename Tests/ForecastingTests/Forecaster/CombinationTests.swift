import Testing

@testable import Forecasting

@Suite struct CombinationTests {
  @Test func meanOrMedian() {
    let even = [Double](repeating: 1.0 / 3, count: 3)
    #expect(difference(Combination.points([[1, 1], [2, 2], [3, 9]], weights: even).points, [2, 2]) < 1e-12)
    #expect(Combination.points([[1, 1], [2, 2], [3, 9]], weights: even).tookMedian)
    #expect(!Combination.points([[1], [2], [3]], weights: even).tookMedian)
    #expect(difference(Combination.points([[1], [2], [3]], weights: [0.5, 0.25, 0.25]).points, [1.75]) < 1e-12)
    // Two signs are apart.
    #expect(Combination.points([[-1], [1], [3]], weights: even).points == [1])
    #expect(Combination.points([[-10], [1], [3]], weights: even).points == [1])
    #expect(difference(Combination.points([[-2], [-1], [-3]], weights: even).points, [-2]) < 1e-12)
  }

  /// That models differ is part of what is not known.
  @Test func spreadHoldsTheMembersOwn() {
    let name = [Forecast.Member(name: "A", weight: 1)]
    let pool = MemberPool(
      entries: [
        .init(model: .theta, points: [10, 10], parts: name), .init(model: .level, points: [10, 16], parts: name),
      ], spread: [4, 4])
    let found = pool.combined([0.5, 0.5])
    #expect(found.points == [10, 13] && found.spread == [4, 5])
    // One name in two entries is one member.
    #expect(pool.members([0.25, 0.75]) == [Forecast.Member(name: "A", weight: 1)])
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
