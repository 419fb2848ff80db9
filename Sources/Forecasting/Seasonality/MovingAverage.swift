/// Moving averages of one period.
public enum MovingAverage {
  /// The average over a period around each value, 2 x m for an even period; nil where the window leaves the series.
  public static func centred(_ y: [Double], period: Int) -> [Double?] {
    let half = period / 2
    let isEven = period % 2 == 0
    return y.indices.map { t in
      guard t >= half, t + half < y.count else { return nil }
      var sum = 0.0
      for offset in -half...half {
        let isEdge = isEven && (offset == -half || offset == half)
        sum += isEdge ? y[t + offset] / 2 : y[t + offset]
      }
      return sum / Double(period)
    }
  }
}
