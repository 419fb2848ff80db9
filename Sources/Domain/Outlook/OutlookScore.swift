/// How forecasts of one kind did at the newest origin of the backtest, beside two benchmarks. Means over the series that
/// have a value.
public struct OutlookScore: Sendable, Equatable {
  /// `demand` or `seekers`.
  public let measure: String
  /// Level of the occupations: 0 all, 1 大类 … 4 细类.
  public let level: Int
  /// Series that were scored, and those that beat the seasonal naive forecast.
  public let series: Int
  public let better: Int
  /// Mean absolute error over that of a step of one year within the history; of the forecast, Naive2 and last year's
  /// values.
  public let mase: Double?
  public let maseNaive2: Double?
  public let maseSeasonalNaive: Double?
  public let rmsse: Double?
  /// Mean scaled score of the 95 % interval.
  public let msis: Double?
  /// Positive where forecasts were too low, in units of MASE.
  public let bias: Double?
  /// Part of the values within the 95 % interval.
  public let coverage: Double?

  public init(
    measure: String, level: Int, series: Int, better: Int, mase: Double?, maseNaive2: Double?,
    maseSeasonalNaive: Double?, rmsse: Double?, msis: Double?, bias: Double?, coverage: Double?
  ) {
    self.measure = measure
    self.level = level
    self.series = series
    self.better = better
    self.mase = mase
    self.maseNaive2 = maseNaive2
    self.maseSeasonalNaive = maseSeasonalNaive
    self.rmsse = rmsse
    self.msis = msis
    self.bias = bias
    self.coverage = coverage
  }
}
