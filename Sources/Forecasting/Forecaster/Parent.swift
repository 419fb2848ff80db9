/// What a series takes from the aggregate above it where its own history is too short.
public struct Parent: Sendable {
  /// The parent's seasonal factors, the season of its first observation first; mean 1.
  let factors: [Double]
  /// The parent's observations from its first known one, gaps filled, without an outlier.
  let history: [Double]
  /// The parent's forecast.
  let points: [Double]
  /// What part of the parent a child without history is taken to be, where nothing better is known: 1 over the number
  /// of children.
  let defaultShare: Double

  /// - Parameters:
  ///   - series: ends at the same step as the children's.
  ///   - forecast: of the parent, at least as far as the children's.
  ///   - children: how many share it.
  public init(_ series: TimeSeries, forecast: Forecast, children: Int) {
    history = OutlierCleaning(series.filled, period: series.period).values
    points = forecast.points
    defaultShare = 1 / Double(max(children, 1))
    let season = SeasonalAdjustment(shrunken: history, period: series.period)
    factors = season.isMultiplicative && season != .none ? season.indices : [Double](repeating: 1, count: series.period)
  }

  /// The factors with the season of the first observation of a child of `count` observations first.
  func factors(childCount count: Int) -> [Double] {
    let period = factors.count
    let offset = ((history.count - count) % period + period) % period
    return (0..<period).map { factors[($0 + offset) % period] }
  }

  /// The mean share that `y` has of the parent's same steps; nil where the parent is not positive there.
  func share(of y: [Double]) -> Double? {
    let count = min(y.count, history.count)
    let whole = history.suffix(count).reduce(0, +)
    guard count > 0, whole > 0 else { return nil }
    return y.suffix(count).reduce(0, +) / whole
  }
}
