import Testing

@testable import Forecasting

@Suite struct MemberWeightsTests {
  private let models: [CombinedModel] = [.theta, .level, .seasonalNaive]

  /// A combination whose models say 100, 104 and 120.
  private func forecast() -> Forecast {
    let name = [Forecast.Member(name: "A", weight: 1)]
    let pool = MemberPool(
      entries: zip(models, [100.0, 104, 120]).map { .init(model: $0, points: [$1, $1], parts: name) }, spread: [1, 1])
    var forecast = Forecast(
      method: .combination, points: [108, 108], band80: ForecastBand(lower: [0, 0], upper: [0, 0]),
      band95: ForecastBand(lower: [0, 0], upper: [0, 0]), members: [], notes: [.uncalibrated], residuals: [],
      volume: 100,
      isNonNegative: true)
    forecast.pool = pool
    return forecast
  }

  private func trial(_ series: Int, actual: Double) throws -> MemberWeights.Trial {
    let past = PastForecast(
      series: series, forecast: forecast(), actual: [actual, actual], history: [100, 110, 100, 110, 100], period: 1)
    return try #require(MemberWeights.Trial(past))
  }

  @Test func withoutAPastNothingChanges() {
    let plain = MemberWeights([]).applied(to: forecast(), series: 0)
    #expect(plain.points == [108, 108])
  }

  @Test func whoWasRightCountsMore() throws {
    let many = MemberWeights(try (0..<500).map { try trial($0, actual: 101) })
    let few = MemberWeights(try (0..<2).map { try trial($0, actual: 101) })
    func points(_ weights: MemberWeights, _ series: Int) -> Double {
      weights.applied(to: forecast(), series: series).points[0]
    }
    // A series of which nothing is known takes the panel's weights, which few series hardly move.
    #expect(
      points(many, 999) < 102 && points(few, 999) > 105 && points(few, 999) < 108,
      "\(points(many, 999)) \(points(few, 999))")
    // Its own past goes further.
    #expect(points(few, 0) < points(few, 999) - 1)
    let weighted = many.applied(to: forecast(), series: 0)
    #expect(abs(weighted.members.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    #expect(weighted.band95.upper[0] > weighted.band80.upper[0] && weighted.notes == [.uncalibrated])
  }

  /// The least of a form whose plain minimum lies outside the simplex is on its edge.
  @Test func simplexHasEdges() {
    let found = SimplexSearch.minimum([1, 1.5, 0, 1.5, 4, 0, 0, 0, 1], 3, from: [0.2, 0.3, 0.5])
    #expect(difference(found, [0.5, 0, 0.5], least: 1) < 1e-6, "\(found)")
    let inner = SimplexSearch.minimum([1, 0, 0, 3], 2, from: [0, 1])
    #expect(difference(inner, [0.75, 0.25]) < 1e-6)
  }

  /// Weights at an origin know nothing of what came after it.
  @Test func originsDoNotKnowTheFuture() throws {
    let panel = BacktestTests.panel(40)
    let other = Panel(
      panel.members.map { member in
        let values = member.series.values.compactMap { $0 }
        let changed = values.dropLast(4) + values.suffix(4).map { $0 * 2 }
        return Panel.Member(series: TimeSeries(Array(changed), period: 4), parent: member.parent)
      })
    let both = [panel, other].map { RollingForecasts($0, horizon: 4, past: [4, 8, 12], workers: 2) }
    for place in 0..<3 {
      for (left, right) in zip(both[0].outcomes[place], both[1].outcomes[place]) {
        // Searches start where those of later origins ended, which is all that may differ.
        #expect(difference(try left.get().points, try right.get().points) < 0.05)
      }
    }
  }

  /// A year in which everything halved, after years in which nothing happened.
  @Test func disagreeingOriginsAreTold() throws {
    var state: UInt64 = 17
    func noise() -> Double {
      (0..<4).reduce(0) { sum, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return sum + Double(state >> 40) / Double(1 << 24) - 0.5
      }
    }
    let plain = (0..<60).map { _ in (0..<40).map { 100 * [0.8, 1.1, 1.3, 0.8][$0 % 4] * (1 + 0.1 * noise()) } }
    func panel(_ shock: Double) -> Panel {
      Panel(
        plain.map { values in
          let shocked = values.enumerated().map { $0 >= 36 ? $1 * shock : $1 }
          return Panel.Member(series: TimeSeries(shocked, period: 4))
        })
    }
    func few(_ panel: Panel) -> Bool {
      let rolling = RollingForecasts(panel, horizon: 4, past: [4, 8, 12], workers: 2)
      return rolling.restsOnFewShocks(among: [4, 8, 12])
    }
    #expect(few(panel(0.5)) && !few(panel(1)))
    #expect(Backtest(panel(0.5), horizon: 4, workers: 2).restsOnFewShocks)
    // Medians of a few series differ by chance.
    #expect(!few(Panel(Array(panel(0.5).members.prefix(5)))))
  }
}
