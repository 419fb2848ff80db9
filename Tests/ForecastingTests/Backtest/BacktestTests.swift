import Testing

@testable import Forecasting

@Suite struct BacktestTests {
  /// A top and 40 parts with a common season, each with its own level and noise.
  static func panel(_ count: Int) -> Panel {
    var state: UInt64 = 11
    func noise() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) - 0.5
    }
    let season = [0.8, 1.1, 1.3, 0.8]
    let parts = (0..<40).map { part in
      (0..<count).map { t in (20 + Double(part)) * season[t % 4] * (1 + 0.2 * noise()) }
    }
    let top = (0..<count).map { t in parts.reduce(0) { $0 + $1[t] } }
    return Panel(
      [Panel.Member(series: TimeSeries(top, period: 4))]
        + parts.map { Panel.Member(series: TimeSeries($0, period: 4), parent: 0) })
  }

  @Test func reportsBesideTheBenchmarks() throws {
    let panel = BacktestTests.panel(40)
    let backtest = Backtest(panel, horizon: 4, workers: 2)
    let scores = backtest.scores.compactMap { $0 }
    #expect(scores.count == 41)
    func mean(_ value: (BacktestScore) -> Double?) -> Double {
      let found = scores.compactMap(value)
      return found.reduce(0, +) / Double(found.count)
    }
    #expect(mean(\.model.mase) < mean(\.seasonalNaive.mase))
    #expect(mean(\.model.rmsse) < mean(\.seasonalNaive.rmsse))
    #expect(abs(mean(\.model.bias)) < 0.3)
    let coverage = Double(scores.reduce(0) { $0 + $1.covered }) / Double(scores.reduce(0) { $0 + $1.count })
    #expect(abs(coverage - 0.95) < 0.06, "\(coverage)")
    #expect(scores.contains { $0.beatsSeasonalNaive } && scores.allSatisfy { $0.msis != nil })
    let finished = try backtest.forecasts[3].get()
    #expect(!finished.notes.contains(.uncalibrated) && finished.horizon == 4)
    // The forecasts are those of the panel, weighted by what its past says.
    #expect(backtest.tuning.naive2Weight == 0)
    let past = BacktestOrigins(horizon: 4).all.dropLast()
    let rolling = RollingForecasts(panel, horizon: 4, past: past, workers: 1)
    for (left, right) in zip(backtest.forecasts, rolling.newest) {
      #expect(try left.get().points == right.get().points)
    }
  }

  @Test func newestOriginIsNotSeenByTheReport() throws {
    let panel = BacktestTests.panel(40)
    // Other values in the last year change the scores, but not what the older origins tuned.
    let other = Panel(
      panel.members.map { member in
        let values = member.series.values.compactMap { $0 }
        let changed = values.dropLast(4) + values.suffix(4).map { $0 * 2 }
        return Panel.Member(series: TimeSeries(Array(changed), period: 4), parent: member.parent)
      })
    let (plain, changed) = (Backtest(panel, horizon: 4, workers: 1), Backtest(other, horizon: 4, workers: 1))
    #expect(plain.tuning == changed.tuning)
    #expect(plain.scores[5]?.covered != changed.scores[5]?.covered)
    #expect(plain.scores[5]?.naive2.mase != changed.scores[5]?.naive2.mase)
  }

  /// Intervals are calibrated on forecasts that fit one another, as they are published.
  @Test func calibratesWhatIsPublished() throws {
    let panel = BacktestTests.panel(40)
    let plain = Backtest(panel, horizon: 4, workers: 2)
    let moved = Backtest(
      panel, horizon: 4, workers: 2, adjusted: { $0.map { one in one.moved(to: one.points.map { $0 * 1.5 }) } })
    let (before, after) = (try plain.forecasts[3].get(), try moved.forecasts[3].get())
    #expect(zip(after.points, before.points).allSatisfy { abs($0 - 1.5 * $1) < 1e-9 })
    // Half as much again is far too much; the intervals know it.
    #expect(after.points[0] - after.band80.lower[0] > 2 * (before.points[0] - before.band80.lower[0]))
    let covered = moved.scores.compactMap { $0 }.reduce(0) { $0 + $1.covered }
    #expect(covered > 41 * 4 * 8 / 10, "\(covered)")
  }

  @Test func youngSeriesHaveNoScore() {
    let panel = Panel([Panel.Member(series: TimeSeries([1, 2, 3], period: 4))])
    #expect(Backtest(panel, horizon: 4, workers: 1).scores.allSatisfy { $0 == nil })
  }

  @Test func originsOfASeries() throws {
    #expect(RollingOrigins.back(horizon: 18) == [18, 12, 6])
    #expect(RollingOrigins.back(horizon: 1) == [1])
    #expect(RollingOrigins.own(horizon: 4).count == 24 && RollingOrigins.own(horizon: 4)[0] == 4)
    func rolling(_ count: Int) -> RollingForecasts {
      let series = TimeSeries(EdgeSeriesTests.wave(count), period: 12)
      return RollingForecasts(
        Panel([Panel.Member(series: series)]), horizon: 12, past: RollingOrigins.back(horizon: 12), workers: 1)
    }
    let found = rolling(60)
    #expect(found.origins == [12, 8, 4, 0] && found.cases().count == 3 && rolling(6).cases().count == 1)
    #expect(found.cases(leastHistory: 50).count == 2)
    // What came of a forecast from eight steps ago was known in part four steps ago.
    let known = found.past(from: 8, knownAt: 4)[0]
    #expect(known.actual == Array(EdgeSeriesTests.wave(60)[52..<56]) && known.history == EdgeSeriesTests.wave(52))
    #expect(
      SeriesBacktest(Panel.Member(series: TimeSeries(EdgeSeriesTests.wave(44), period: 12)), horizon: 12).scores.count
        == 3)
  }
}
