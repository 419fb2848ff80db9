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
  public let members: [Member]
  public var notes: [ForecastNote]
  /// Mean of the last year of observations; picks the class for calibration.
  public let volume: Double
  /// The series has no value below zero, so neither has the forecast.
  public let isNonNegative: Bool

  /// Steps ahead.
  public var horizon: Int { points.count }

  /// The intervals with the factors of past errors, and nothing below zero where the series is not.
  public func calibrated(by calibration: Calibration) -> Forecast {
    var result = self
    result.band80 = band80.stretched(calibration.factors(self, .eighty), around: points)
    result.band95 = band95.stretched(calibration.factors(self, .ninetyFive), around: points)
    result.notes.removeAll { $0 == .uncalibrated }
    return result.floored()
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
