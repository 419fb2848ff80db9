/// How often a series is not zero, and how much it varies when it is not.
public struct DemandIntervals: Sendable {
  /// Values that are not zero, in order.
  public let sizes: [Double]
  /// Steps from each non-zero value to the one before, the first counted from before the start.
  public let intervals: [Double]
  /// Average demand interval: observations over non-zero ones; infinite where all are zero.
  public let average: Double
  /// Squared coefficient of variation of the sizes (variance over n - 1).
  public let squaredVariation: Double

  public init(_ y: [Double]) {
    var last = -1
    var sizes: [Double] = []
    var intervals: [Double] = []
    for (t, value) in y.enumerated() where value != 0 {
      sizes.append(value)
      intervals.append(Double(t - last))
      last = t
    }
    self.sizes = sizes
    self.intervals = intervals
    average = sizes.isEmpty ? .infinity : Double(y.count) / Double(sizes.count)
    let mean = sizes.reduce(0, +) / Double(max(sizes.count, 1))
    let variance = sizes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(sizes.count - 1, 1))
    squaredVariation = mean == 0 ? 0 : variance / (mean * mean)
  }

  /// The border of Syntetos, Boylan, Croston (2005).
  public var isIntermittent: Bool { average > 1.32 }
}
