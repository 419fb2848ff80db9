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
}
