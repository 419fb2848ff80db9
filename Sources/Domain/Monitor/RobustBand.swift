/// What a figure is held against: the median of earlier ones, and how far they lie from it.
///
/// The spread is 1.4826 times the median absolute deviation, which estimates the standard deviation where the figures are
/// normal and does not mind up to half of them being wild (Rousseeuw and Croux, JASA 88 (1993) 1273-1283). Seven equal
/// figures say little of an eighth, so that the spread has a floor.
public struct RobustBand: Sendable, Equatable {
  public let median: Double
  public let spread: Double
  /// Figures that it is made of.
  public let count: Int

  /// Nil where there are no values.
  public init?(_ values: [Double], floor: Double) {
    guard let median = RobustBand.median(values) else { return nil }
    self.median = median
    spread = max(1.4826 * (RobustBand.median(values.map { abs($0 - median) }) ?? 0), floor)
    count = values.count
  }

  /// How many spreads `value` lies above the median; below it where negative.
  public func deviations(of value: Double) -> Double { spread > 0 ? (value - median) / spread : 0 }

  /// The ends of the band at `deviations`.
  public func limits(_ deviations: Double) -> ClosedRange<Double> {
    (median - deviations * spread)...(median + deviations * spread)
  }

  /// The middle value, or the mean of the two in the middle; nil where there are none.
  public static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
