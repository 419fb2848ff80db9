/// Simple exponential smoothing from the first value on.
public enum SimpleSmoothing {
  /// The level after the last value; 0 for an empty series.
  public static func level(_ y: [Double], alpha: Double) -> Double {
    guard var level = y.first else { return 0 }
    for value in y.dropFirst() { level += alpha * (value - level) }
    return level
  }

  /// Sum of squared one-step errors from the second value on.
  public static func squares(_ y: [Double], alpha: Double) -> Double {
    guard var level = y.first else { return 0 }
    var sum = 0.0
    for value in y.dropFirst() {
      let error = value - level
      sum += error * error
      level += alpha * error
    }
    return sum
  }

  /// The level with the alpha of least squared error within `range`; its middle where alpha makes no difference.
  public static func fittedLevel(_ y: [Double], alpha range: ClosedRange<Double>) -> Double {
    let alpha = UnitSearch.minimum(from: range.lowerBound, to: range.upperBound, points: 7, tolerance: 1e-7) {
      squares(y, alpha: $0)
    }
    let middle = (range.lowerBound + range.upperBound) / 2
    let isFlat = squares(y, alpha: alpha) >= squares(y, alpha: middle) * (1 - 1e-12)
    return level(y, alpha: isFlat ? middle : alpha)
  }
}
