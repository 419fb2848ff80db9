/// The line of theta = 0, intercept and slope before each observation.
struct ThetaLine {
  let isDynamic: Bool
  /// Of the line as known before observation t.
  let intercepts: [Double]
  let slopes: [Double]
  /// After the last observation.
  let last: (intercept: Double, slope: Double)

  /// - Parameter isDynamic: drawn through the observations so far rather than through all.
  init(_ y: [Double], isDynamic: Bool) {
    self.isDynamic = isDynamic
    let n = Double(y.count)
    guard isDynamic else {
      let mean = y.reduce(0, +) / max(n, 1)
      let weighted = y.enumerated().reduce(0) { $0 + $1.element * Double($1.offset + 1) } / max(n, 1)
      let slope = n > 1 ? 6 * (2 * weighted - (n + 1) * mean) / (n * n - 1) : 0
      last = (mean - (n + 1) * slope / 2, slope)
      intercepts = [Double](repeating: last.intercept, count: y.count)
      slopes = [Double](repeating: last.slope, count: y.count)
      return
    }
    var tail = ThetaTail(intercept: y.first ?? 0, slope: 0, mean: y.first ?? 0, isDynamic: true)
    var intercepts = [tail.intercept]
    var slopes = [tail.slope]
    for t in 1..<max(y.count, 1) {
      intercepts.append(tail.intercept)
      slopes.append(tail.slope)
      tail.extend(y[t], index: t)
    }
    self.intercepts = intercepts
    self.slopes = slopes
    last = (tail.intercept, tail.slope)
  }

  /// What (1 - 1/theta) is multiplied with in the forecast of observation `t`; `decay` is (1 - alpha)^t.
  @inline(__always)
  func share(_ t: Int, _ alpha: Double, _ decay: Double) -> Double {
    intercepts[t] * decay + slopes[t] * (1 - decay * (1 - alpha)) / alpha
  }
}

/// The end of a line that is still growing.
struct ThetaTail {
  private(set) var intercept: Double
  private(set) var slope: Double
  private var mean: Double
  private let isDynamic: Bool

  init(intercept: Double, slope: Double, mean: Double, isDynamic: Bool) {
    self.intercept = intercept
    self.slope = slope
    self.mean = mean
    self.isDynamic = isDynamic
  }

  init(_ y: [Double], _ line: ThetaLine) {
    let mean = y.reduce(0, +) / Double(max(y.count, 1))
    self.init(intercept: line.last.intercept, slope: line.last.slope, mean: mean, isDynamic: line.isDynamic)
  }

  /// Least squares through one more value, the `index`-th from 0.
  mutating func extend(_ value: Double, index: Int) {
    guard isDynamic else { return }
    let i = Double(index)
    let before = mean
    mean = (i * mean + value) / (i + 1)
    slope = ((i - 1) * slope + 6 * (value - before) / (i + 1)) / (i + 2)
    intercept = mean - slope * (i + 2) / 2
  }
}
