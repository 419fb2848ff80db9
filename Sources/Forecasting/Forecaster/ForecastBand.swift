/// An interval a step ahead, one value a step.
public struct ForecastBand: Sendable, Equatable {
  public var lower: [Double]
  public var upper: [Double]

  public init(lower: [Double], upper: [Double]) {
    self.lower = lower
    self.upper = upper
  }

  /// `z` standard deviations to both sides.
  init(around points: [Double], _ spread: [Double], _ z: Double) {
    self.init(
      lower: zip(points, spread).map { $0 - z * $1 }, upper: zip(points, spread).map { $0 + z * $1 })
  }

  /// `z` standard deviations of 0.5 % of the points, the least there is.
  static func least(around points: [Double], _ z: Double) -> ForecastBand {
    ForecastBand(
      lower: points.map { $0 - z * (leastSpread * abs($0)) }, upper: points.map { $0 + z * (leastSpread * abs($0)) })
  }

  /// Standard deviation, as a part of the point, that every interval has at least.
  static let leastSpread = 0.005

  /// Both sides `factors` times as far from `points`.
  func stretched(_ factors: [Double], around points: [Double]) -> ForecastBand {
    ForecastBand(
      lower: points.indices.map { points[$0] - (points[$0] - lower[$0]) * factors[$0] },
      upper: points.indices.map { points[$0] + (upper[$0] - points[$0]) * factors[$0] })
  }

  /// As wide as `inner` at least.
  func holding(_ inner: ForecastBand) -> ForecastBand {
    ForecastBand(lower: zip(lower, inner.lower).map(min), upper: zip(upper, inner.upper).map(max))
  }

  /// No value below `floor`.
  func clipped(at floor: Double) -> ForecastBand {
    ForecastBand(lower: lower.map { max($0, floor) }, upper: upper.map { max($0, floor) })
  }
}
