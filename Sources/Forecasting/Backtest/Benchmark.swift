/// Scores the forecaster on series whose continuation is known, as forecasting competitions do.
public struct Benchmark: Sendable {
  public struct Entry: Sendable {
    public let series: TimeSeries
    /// What came after the series; as many values as are forecast.
    public let test: [Double]
    /// Place of the aggregate above among the entries, of the same period and horizon, ending at the same step.
    public let parent: Int?

    public init(series: TimeSeries, test: [Double], parent: Int? = nil) {
      self.series = series
      self.test = test
      self.parent = parent
    }
  }

  /// Means over the series.
  public struct Means: Sendable, Equatable {
    public let smape: Double
    /// Over the series that have one.
    public let mase: Double
  }

  public let model: Means
  public let naive2: Means
  public let seasonalNaive: Means
  /// Over the series that have one.
  public let msis: Double
  /// Share of the test values within their 95 % interval.
  public let coverage: Double
  /// Of the 80 % interval.
  public let coverage80: Double
  /// Series by method.
  public let methods: [ForecastMethod: Int]
  /// Whether the past origins of some period and horizon disagree (`RollingForecasts.restsOnFewShocks`).
  public let restsOnFewShocks: Bool
  /// Entries without a forecast, with the reason; they are not in the means.
  public let failures: [(index: Int, reason: ForecastFailure)]
  /// One an entry.
  public let forecasts: [Forecast?]

  /// Overall weighted average against Naive2.
  public var owa: Double { owa(of: model) }

  public func owa(of means: Means) -> Double {
    Accuracy.owa(smape: means.smape, mase: means.mase, naive2: (naive2.smape, naive2.mase))
  }

  /// Forecasts every entry and scores it. Models are weighted and intervals calibrated on the series before their test
  /// values alone, pooled over the entries of the same period and horizon.
  public init(_ entries: [Entry], workers: Int) {
    var forecasts = [Forecast?](repeating: nil, count: entries.count)
    var failures: [(index: Int, reason: ForecastFailure)] = []
    var restsOnFewShocks = false
    let groups = Dictionary(grouping: entries.indices) { [entries[$0].series.period, entries[$0].test.count] }
    for (key, places) in groups {
      let rolling = RollingForecasts(
        Panel(entries, at: places), horizon: key[1], past: RollingOrigins.back(horizon: key[1]), workers: workers)
      let calibration = Calibration(rolling.cases(), horizon: key[1])
      restsOnFewShocks = restsOnFewShocks || rolling.restsOnFewShocks(among: rolling.origins.dropLast())
      for (place, outcome) in zip(places, rolling.newest) {
        switch outcome {
        case .success(let forecast): forecasts[place] = forecast.calibrated(by: calibration)
        case .failure(let reason): failures.append((place, reason))
        }
      }
    }
    failures.sort { $0.index < $1.index }
    self.restsOnFewShocks = restsOnFewShocks
    self.forecasts = forecasts
    self.failures = failures
    methods = Dictionary(forecasts.compactMap { $0 }.map { ($0.method, 1) }, uniquingKeysWith: +)
    let scored = zip(entries, forecasts).compactMap { entry, forecast in
      forecast.map { (entry, $0, entry.series.filled) }
    }
    let scores = scored.map { entry, forecast, history in
      BacktestScore(forecast, actual: entry.test, history: history, period: entry.series.period)
    }
    model = Benchmark.means(scores.map(\.model))
    naive2 = Benchmark.means(scores.map(\.naive2))
    seasonalNaive = Benchmark.means(scores.map(\.seasonalNaive))
    msis = Benchmark.mean(scores.compactMap(\.msis))
    let count = Double(max(scores.reduce(0) { $0 + $1.count }, 1))
    coverage = Double(scores.reduce(0) { $0 + $1.covered }) / count
    coverage80 =
      Double(
        scored.reduce(0) { sum, one in
          sum + IntervalAccuracy.covered(one.0.test, lower: one.1.band80.lower, upper: one.1.band80.upper)
        }) / count
  }

  private static func means(_ scores: [PointScore]) -> Means {
    Means(smape: mean(scores.map(\.smape)), mase: mean(scores.compactMap(\.mase)))
  }

  private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(values.count, 1)) }
}

extension Panel {
  /// Some of the entries with those of their parents that are among them.
  ///
  /// - Parameter places: of the entries, none twice; the members in their order.
  public init(_ entries: [Benchmark.Entry], at places: [Int]) {
    let own = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    self.init(
      places.map { Member(series: entries[$0].series, parent: entries[$0].parent.flatMap { own[$0] }) })
  }
}
