/// A series without its one additive outlier: a short run of values far from their surroundings, after which the series
/// is what it was before. One that has several such runs, or one every year, is like that, and is left alone; so is a run
/// at the end, which may be a new level.
///
/// In the manner of `tsclean` of R's forecast: what lies three interquartile ranges beyond the quartiles, here of the
/// remainder from a running median of the seasonally adjusted series. For a normal distribution that is six mean deviations.
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
    guard let season = OutlierCleaning.season(y, period) else {
      (values, replaced) = OutlierCleaning.cleaned(y, period: period)
      return
    }
    let adjusted = OutlierCleaning.cleaned(season.adjusted(y), period: period)
    var values = y
    for t in adjusted.replaced { values[t] = season.restored([adjusted.values[t]], first: t)[0] }
    (self.values, replaced) = (values, adjusted.replaced)
  }

  private static func cleaned(_ y: [Double], period: Int) -> (values: [Double], replaced: Range<Int>) {
    let longest = max(1, (period + 2) / 3)
    let medians = medians(y, reach: max(period, 4))
    let deviations = zip(y, medians).map { $0 - $1 }
    guard y.count >= 3 * longest + 2,
      let run = run(deviations), run.count <= longest, run.upperBound + max(2, run.count) <= y.count,
      !isShared(run, deviations, period), isOver(run, y, medians)
    else { return (y, 0..<0) }
    let others = deviations.indices.filter { !run.contains($0) }
    let mean = others.reduce(0) { $0 + abs(deviations[$1]) } / Double(others.count)
    let largest = others.reduce(0) { max($0, abs(deviations[$1])) }
    let peak = run.reduce(0) { max($0, abs(deviations[$1])) }
    let level = others.map { y[$0] }.sorted()[others.count / 2]
    let scale = max(mean, leastDeviation * abs(level))
    guard scale > 0, peak > threshold * scale, peak > dominance * largest else { return (y, 0..<0) }
    var values = y
    for t in run { values[t] = usual(y, t, medians[t], period) }
    return (values, run)
  }

  /// Medians of the values over their centred average, by season, for a series that is long enough for them to be robust;
  /// nil where one is not above 0.
  private static func season(_ y: [Double], _ period: Int) -> SeasonalAdjustment? {
    guard period > 1, y.count >= 3 * period, (y.min() ?? -1) >= 0 else { return nil }
    var ratios = [[Double]](repeating: [], count: period)
    for (t, average) in MovingAverage.centred(y, period: period).enumerated() {
      if let average, average > 0 { ratios[t % period].append(y[t] / average) }
    }
    let medians = ratios.map { $0.isEmpty ? 0 : Median.value(sorted: $0.sorted()) }
    let mean = medians.reduce(0, +) / Double(period)
    guard medians.allSatisfy({ $0 > 0.01 * mean }) else { return nil }
    return SeasonalAdjustment(indices: medians.map { $0 / mean }, isMultiplicative: true)
  }

  /// What comes after a run is nearer to what is usual than to the run.
  private static func isOver(_ run: Range<Int>, _ y: [Double], _ medians: [Double]) -> Bool {
    func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }
    let after = mean(y[run.upperBound..<(run.upperBound + max(2, run.count))])
    return abs(after - mean(medians[run])) < abs(after - mean(y[run]))
  }

  /// A year before or after, the peak's season goes the same way, at least a third as far: that is the season.
  private static func isShared(_ run: Range<Int>, _ deviations: [Double], _ period: Int) -> Bool {
    guard period > 1, let peak = run.max(by: { abs(deviations[$0]) < abs(deviations[$1]) }) else { return false }
    return [peak - period, peak + period].contains { !run.contains($0) && goes(along: peak, $0, deviations) }
  }

  /// The largest deviation and its neighbours that go the same way, at least a third as far.
  private static func run(_ deviations: [Double]) -> Range<Int>? {
    guard let peak = deviations.indices.max(by: { abs(deviations[$0]) < abs(deviations[$1]) }) else { return nil }
    var (first, last) = (peak, peak)
    while goes(along: peak, first - 1, deviations) { first -= 1 }
    while goes(along: peak, last + 1, deviations) { last += 1 }
    return first..<(last + 1)
  }

  /// Whether a deviation goes the same way as that at `peak`, at least a third as far.
  private static func goes(along peak: Int, _ t: Int, _ deviations: [Double]) -> Bool {
    deviations.indices.contains(t) && deviations[t] * deviations[peak] > 0
      && abs(deviations[t]) * 3 >= abs(deviations[peak])
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
      return Median.value(sorted: window)
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
