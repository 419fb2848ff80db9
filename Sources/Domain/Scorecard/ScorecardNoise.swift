/// When a figure lies so far from what it usually is that it is named.
public struct ScorecardNoise: Sendable {
  /// Spreads from the median.
  public let deviations: Double
  /// The least spread: of counts percent of the median, of shares points.
  public let least: Double

  public init(deviations: Double, least: Double) {
    self.deviations = deviations
    self.least = least
  }

  /// The least spread of a figure; a count moves by one at least.
  public func floor(_ median: Double, isRate: Bool) -> Double { isRate ? least : max(1, abs(median) * least / 100) }
}
