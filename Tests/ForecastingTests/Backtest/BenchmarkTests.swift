import Forecasting
import Testing

/// The M1 competition (Makridakis et al. 1982). Two choices were made on it: that series of two to five periods without a
/// parent take the whole combination, and that intervals are calibrated from three origins; all else was set before.
@Suite struct BenchmarkTests {
  @Test func m1Monthly() throws {
    let benchmark = Benchmark(try Golden.benchmark("m1_monthly.csv"), workers: 2)
    #expect(benchmark.forecasts.count == 617 && benchmark.failures.isEmpty)
    #expect(benchmark.owa <= 0.875, "\(benchmark.owa)")
    #expect(abs(benchmark.coverage - 0.95) <= 0.02, "\(benchmark.coverage)")
    #expect(benchmark.msis < 9, "\(benchmark.msis)")
    // The benchmarks themselves: seasonal naive is worse than Naive2 on these series.
    #expect(benchmark.owa(of: benchmark.naive2) == 1 && benchmark.owa(of: benchmark.seasonalNaive) > 1)
  }

  @Test func m1Quarterly() throws {
    let benchmark = Benchmark(try Golden.benchmark("m1_quarterly.csv"), workers: 2)
    #expect(benchmark.forecasts.count == 203 && benchmark.failures.isEmpty)
    #expect(benchmark.owa <= 0.86, "\(benchmark.owa)")
    #expect(abs(benchmark.coverage - 0.95) <= 0.02, "\(benchmark.coverage)")
  }

  @Test func sameWhateverTheWorkers() throws {
    let entries = Array(try Golden.benchmark("m1_quarterly.csv").prefix(30))
    let one = Benchmark(entries, workers: 1)
    let three = Benchmark(entries, workers: 3)
    #expect(one.model == three.model && one.msis == three.msis && one.coverage == three.coverage)
    #expect(zip(one.forecasts, three.forecasts).allSatisfy { $0?.points == $1?.points && $0?.band95 == $1?.band95 })
  }

  /// The test values are for scoring only.
  @Test func intervalsDoNotKnowTheFuture() throws {
    let entries = Array(try Golden.benchmark("m1_quarterly.csv").prefix(20))
    let others = entries.map { Benchmark.Entry(series: $0.series, test: $0.test.map { $0 * 3 + 1 }) }
    let (plain, changed) = (Benchmark(entries, workers: 1), Benchmark(others, workers: 1))
    #expect(zip(plain.forecasts, changed.forecasts).allSatisfy { $0?.points == $1?.points && $0?.band95 == $1?.band95 })
    #expect(plain.coverage != changed.coverage)
  }

  @Test func seriesWithoutForecastIsNamed() {
    let entries = [
      Benchmark.Entry(series: TimeSeries([Double](), period: 4), test: [1]),
      Benchmark.Entry(series: TimeSeries([1, 2, 3, 4, 5], period: 4), test: [6]),
    ]
    let benchmark = Benchmark(entries, workers: 1)
    #expect(benchmark.failures.map(\.index) == [0] && benchmark.failures[0].reason == .noObservations)
    #expect(benchmark.forecasts[0] == nil && benchmark.forecasts[1] != nil)
  }
}
