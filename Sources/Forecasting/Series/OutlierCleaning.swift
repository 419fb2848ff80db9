/// A series without its one additive outlier: a short run of values far from their surroundings, after which the series
/// is what it was before. One that has several such runs, or one every year, is like that, and is left alone; so is a run
/// at the end, which may be a new level.
///
/// In the manner of `tsclean` of R's forecast: what lies three interquartile ranges beyond the quartiles, here of the
/// remainder from a running median. For a normal distribution that is six mean deviations.
struct OutlierCleaning {
  let values: [Double]
  /// Places whose values were replaced; empty where there is no outlier.
  let replaced: Range<Int>

  /// How many mean deviations of the other values the outlier has to be away.
  private static let threshold = 6.0
  /// How many times the largest deviation of the other values.
  private static let dominance = 2.0
  /// Part of a level that counts as a deviation even where nothing moves.
  private static let leastDeviation = 0.05

  /// - Parameter y: without gaps.
  init(_ y: [Double], period: Int) {
    let longest = max(1, (period + 2) / 3)
    let medians = OutlierCleaning.medians(y, reach: max(period, 4))
    let deviations = zip(y, medians).map { $0 - $1 }
    guard y.count >= 3 * longest + 2,
      let run = OutlierCleaning.run(deviations), run.count <= longest, run.upperBound + max(2, run.count) <= y.count
    else {
      (values, replaced) = (y, 0..<0)
      return
    }
    let others = deviations.indices.filter { !run.contains($0) }
    let mean = others.reduce(0) { $0 + abs(deviations[$1]) } / Double(others.count)
    let largest = others.reduce(0) { max($0, abs(deviations[$1])) }
    let peak = run.reduce(0) { max($0, abs(deviations[$1])) }
    let level = others.map { y[$0] }.sorted()[others.count / 2]
    let scale = max(mean, OutlierCleaning.leastDeviation * abs(level))
    guard scale > 0, peak > OutlierCleaning.threshold * scale, peak > OutlierCleaning.dominance * largest else {
      (values, replaced) = (y, 0..<0)
      return
    }
    var values = y
    for t in run { values[t] = OutlierCleaning.usual(y, t, medians[t], period) }
    (self.values, replaced) = (values, run)
  }

  /// The largest deviation and its neighbours that go the same way, at least a third as far.
  private static func run(_ deviations: [Double]) -> Range<Int>? {
    guard let peak = deviations.indices.max(by: { abs(deviations[$0]) < abs(deviations[$1]) }) else { return nil }
    func belongs(_ t: Int) -> Bool {
      deviations.indices.contains(t) && deviations[t] * deviations[peak] > 0
        && abs(deviations[t]) * 3 >= abs(deviations[peak])
    }
    var (first, last) = (peak, peak)
    while belongs(first - 1) { first -= 1 }
    while belongs(last + 1) { last += 1 }
    return first..<(last + 1)
  }

  /// The mean of the same season a year before and after; the median around it where one is not known.
  private static func usual(_ y: [Double], _ t: Int, _ median: Double, _ period: Int) -> Double {
    period > 1 && t >= period && t + period < y.count ? (y[t - period] + y[t + period]) / 2 : median
  }

  /// Medians of what lies up to `reach` steps away. The window is kept in order as it moves on.
  private static func medians(_ y: [Double], reach: Int) -> [Double] {
    var window: [Double] = []
    window.reserveCapacity(2 * reach + 2)
    for value in y.prefix(reach) { window.insert(value, at: place(value, window)) }
    return y.indices.map { t in
      if t + reach < y.count { window.insert(y[t + reach], at: place(y[t + reach], window)) }
      if t > reach { window.remove(at: place(y[t - reach - 1], window)) }
      let middle = window.count / 2
      return window.count % 2 == 1 ? window[middle] : (window[middle - 1] + window[middle]) / 2
    }
  }

  /// The first place in `sorted` that is not below `value`.
  private static func place(_ value: Double, _ sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
