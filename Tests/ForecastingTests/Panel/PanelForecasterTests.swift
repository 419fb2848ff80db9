import Forecasting
import Testing

@Suite struct PanelForecasterTests {
  @Test func sameWhateverTheWorkers() throws {
    let panel = BacktestTests.panel(30)
    let one = PanelForecaster(workers: 1).forecasts(panel, horizon: 4)
    let three = PanelForecaster(workers: 3).forecasts(panel, horizon: 4)
    for (left, right) in zip(one, three) {
      let (left, right) = (try left.get(), try right.get())
      #expect(left.points == right.points && left.band80 == right.band80 && left.members == right.members)
    }
  }

  @Test func childrenUseTheirParent() throws {
    let whole = TimeSeries(EdgeSeriesTests.wave(60).map { $0 * 4 }, period: 12)
    let panel = Panel([
      Panel.Member(series: TimeSeries([Double](), period: 12), parent: 2),
      Panel.Member(series: TimeSeries(Array(EdgeSeriesTests.wave(60).suffix(10)), period: 12), parent: 2),
      Panel.Member(series: whole),
      Panel.Member(series: TimeSeries([nil, nil], period: 12)),
    ])
    let forecasts = PanelForecaster(workers: 1).forecasts(panel, horizon: 12)
    #expect(try forecasts[0].get().method == .parentShare)
    #expect(try forecasts[1].get().method == .pooledSeason)
    let top = try forecasts[2].get().points
    // Half of the parent, which has two children.
    #expect(difference(try forecasts[0].get().points, top.map { $0 / 2 }) < 1e-9)
    #expect(throws: ForecastFailure.noObservations) { try forecasts[3].get() }
  }

  @Test func membersHaveTheirCalendar() throws {
    let factors = (0..<66).map { 1 + Double($0 % 7) / 10 }
    let bent = zip(EdgeSeriesTests.wave(60), factors).map { $0 * $1 }
    let panel = Panel([
      Panel.Member(series: TimeSeries(bent, period: 12), calendar: factors),
      Panel.Member(series: TimeSeries(EdgeSeriesTests.wave(60), period: 12)),
    ])
    let forecasts = PanelForecaster(workers: 1).forecasts(panel, horizon: 6)
    let (own, straight) = (try forecasts[0].get(), try forecasts[1].get())
    #expect(difference(own.points, zip(straight.points, factors.suffix(6)).map { $0 * $1 }) < 1e-6)
  }
}
