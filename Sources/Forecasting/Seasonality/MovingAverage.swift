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

  /// The same with the values that are missing at both ends on lines: of the slope that the averages have there, over
  /// half as many steps as are missing.
  ///
  /// - Parameter averages: known in the middle.
  static func extended(_ averages: [Double?]) -> [Double?] {
    let known = averages.compactMap { $0 }
    guard known.count > 1, let missing = averages.firstIndex(where: { $0 != nil }) else { return averages }
    let last = known.count - 1
    let reach = min(last, max(missing / 2, 1))
    let (start, end) = (known[reach] - known[0], known[last] - known[last - reach])
    return averages.indices.map { t in
      let place = t - missing
      if place < 0 { return known[0] + Double(place) * start / Double(reach) }
      return place > last ? known[last] + Double(place - last) * end / Double(reach) : known[place]
    }
  }
}
