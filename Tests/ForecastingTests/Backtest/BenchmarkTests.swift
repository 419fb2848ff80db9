import Forecasting
import Testing

/// The M1 competition (Makridakis et al. 1982). Chosen on it: that series of two to five periods without a parent take the
/// whole combination, that intervals are calibrated from three origins, how a centred average is extended, how much less an
/// older season counts, and that weights of few series are drawn to equal ones.
@Suite struct BenchmarkTests {
  @Test func m1Monthly() throws {
    let benchmark = Benchmark(try Golden.benchmark("m1_monthly.csv"), workers: 2)
    #expect(benchmark.forecasts.count == 617 && benchmark.failures.isEmpty)
    #expect(benchmark.owa <= 0.84, "\(benchmark.owa)")
    #expect(abs(benchmark.coverage - 0.95) <= 0.02, "\(benchmark.coverage)")
    #expect(benchmark.msis < 8.2, "\(benchmark.msis)")
    // The benchmarks themselves: seasonal naive is worse than Naive2 on these series.
    #expect(benchmark.owa(of: benchmark.naive2) == 1 && benchmark.owa(of: benchmark.seasonalNaive) > 1)
  }

  @Test func m1Quarterly() throws {
    let benchmark = Benchmark(try Golden.benchmark("m1_quarterly.csv"), workers: 2)
    #expect(benchmark.forecasts.count == 203 && benchmark.failures.isEmpty)
    #expect(benchmark.owa <= 0.83, "\(benchmark.owa)")
    #expect(abs(benchmark.coverage - 0.95) <= 0.02, "\(benchmark.coverage)")
  }

  /// The same series with their last values alone, as far as they have so many.
  @Test(arguments: [
    ("m1_monthly.csv", 24, 0.73), ("m1_monthly.csv", 36, 0.80), ("m1_monthly.csv", 60, 0.832),
    ("m1_quarterly.csv", 12, 0.90), ("m1_quarterly.csv", 20, 0.895),
  ])
  func m1CutShort(_ file: String, _ count: Int, _ most: Double) throws {
    let entries = try Golden.benchmark(file).filter { $0.series.values.count >= count }.map {
      Benchmark.Entry(series: TimeSeries($0.series.values.suffix(count), period: $0.series.period), test: $0.test)
    }
    let benchmark = Benchmark(entries, workers: 2)
    #expect(entries.count > 170 && benchmark.owa <= most, "\(benchmark.owa)")
  }

  /// Two years of a season that all parts share, and more noise than season: the whole knows it better.
  @Test func aParentLendsItsSeason() throws {
    var state: UInt64 = 3
    func noise() -> Double {
      (0..<4).reduce(0) { sum, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return sum + Double(state >> 40) / Double(1 << 24) - 0.5
      }
    }
    let season = [0.8, 0.9, 1, 1.1, 1.2, 1.2, 1.1, 1, 0.9, 0.85, 0.95, 1]
    let parts = (0..<40).map { _ in (0..<36).map { 100 * season[$0 % 12] * (1 + 0.3 * noise()) } }
    let whole = (0..<36).map { t in parts.reduce(0) { $0 + $1[t] } }
    func entries(_ parent: Int?) -> [Benchmark.Entry] {
      parts.map {
        Benchmark.Entry(
          series: TimeSeries(Array($0.prefix(24)), period: 12), test: Array($0.suffix(12)), parent: parent)
      } + [Benchmark.Entry(series: TimeSeries(Array(whole.prefix(24)), period: 12), test: Array(whole.suffix(12)))]
    }
    let (alone, below) = (Benchmark(entries(nil), workers: 2), Benchmark(entries(40), workers: 2))
    #expect(alone.methods == [.combination: 41] && below.methods == [.combination: 1, .short: 40])
    #expect(below.model.smape < 0.95 * alone.model.smape, "\(below.model) \(alone.model)")
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
