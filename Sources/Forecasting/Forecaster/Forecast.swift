/// Points and intervals of one series.
public struct Forecast: Sendable {
  /// A model that took part.
  public struct Member: Sendable, Equatable {
    /// `ETS(MAdM)`, `CES(P)`, `DOT`.
    public let name: String
    /// Of the combined point; sums to 1.
    public let weight: Double
  }

  public let method: ForecastMethod
  /// One a step ahead; also the P50.
  public var points: [Double]
  /// P10 and P90.
  public var band80: ForecastBand
  /// P2.5 and P97.5.
  public var band95: ForecastBand
  public internal(set) var members: [Member]
  public var notes: [ForecastNote]
  /// One-step errors in the history, the newest last, for the covariances of reconciliation; empty where the rung has
  /// none.
  public let residuals: [Double]
  /// Mean of the last year of observations; picks the class for calibration.
  public let volume: Double
  /// The series has no value below zero, so neither has the forecast.
  public let isNonNegative: Bool
  /// The models of a combination; nil for the other ways.
  var pool: MemberPool?

  /// Steps ahead.
  public var horizon: Int { points.count }

  /// The intervals with the factors of past errors, the wide one around the narrow one, and nothing below zero where the
  /// series is not.
  public func calibrated(by calibration: Calibration) -> Forecast {
    var result = self
    result.band80 = band80.stretched(calibration.factors(self, .eighty), around: points)
    result.band95 = band95.stretched(calibration.factors(self, .ninetyFive), around: points)
    // That nothing ever moved in the past does not make the future certain.
    result.band80 = result.band80.holding(ForecastBand.least(around: points, NormalQuantile.value(0.9)))
    result.band95 = result.band95.holding(ForecastBand.least(around: points, NormalQuantile.value(0.975)))
    // Each level has a factor of its own; with few cases they may cross.
    result.band95 = result.band95.holding(result.band80)
    result.notes.removeAll { $0 == .uncalibrated }
    return result.floored()
  }

  /// The same intervals about other points: after reconciliation or blending. Where a series is never below zero, a
  /// lower end that moves up keeps its share of the point: one at zero stays there.
  public func moved(to points: [Double]) -> Forecast {
    func lower(_ end: Double, _ step: Int) -> Double {
      let (new, old) = (points[step], self.points[step])
      guard isNonNegative, new > old else { return end + new - old }
      return old > 0 ? end * new / old : min(end, 0)
    }
    func shifted(_ band: ForecastBand) -> ForecastBand {
      ForecastBand(
        lower: points.indices.map { lower(band.lower[$0], $0) },
        upper: points.indices.map { band.upper[$0] + points[$0] - self.points[$0] })
    }
    var result = self
    (result.band80, result.band95, result.points) = (shifted(band80), shifted(band95), points)
    return result.floored()
  }

  /// The combination with other weights than equal ones.
  ///
  /// - Parameter weights: one a model of the pool; sum to 1.
  func weighted(_ weights: [Double]) -> Forecast {
    guard let pool else { return self }
    let found = pool.combined(weights)
    var result = self
    result.points = found.points
    result.band80 = ForecastBand(around: found.points, found.spread, NormalQuantile.value(0.9))
    result.band95 = ForecastBand(around: found.points, found.spread, NormalQuantile.value(0.975))
    result.members = pool.members(weights)
    result.notes.removeAll { $0 == .clippedAtZero || $0 == .disagreement }
    if found.tookMedian { result.notes.append(.disagreement) }
    return result.floored()
  }

  /// Points and intervals times `factors`, one a step.
  func scaled(by factors: [Double]) -> Forecast {
    func scaled(_ values: [Double]) -> [Double] { zip(values, factors).map { $0 * $1 } }
    var result = self
    result.points = scaled(points)
    result.band80 = ForecastBand(lower: scaled(band80.lower), upper: scaled(band80.upper))
    result.band95 = ForecastBand(lower: scaled(band95.lower), upper: scaled(band95.upper))
    result.pool = pool?.scaled(by: factors)
    return result
  }

  /// Nothing below zero where the series is not.
  func floored() -> Forecast {
    guard isNonNegative else { return self }
    var result = self
    if points.contains(where: { $0 < 0 }) {
      result.points = points.map { max($0, 0) }
      if !notes.contains(.clippedAtZero) { result.notes.append(.clippedAtZero) }
    }
    result.band80 = band80.clipped(at: 0)
    result.band95 = band95.clipped(at: 0)
    return result
  }
}
