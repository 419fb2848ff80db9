import Foundation

/// The likelihood of complex exponential smoothing with backcast initial states, without allocation in its loop.
///
/// A pass runs forwards, then backwards over the reversed series to better the initial states, then forwards again;
/// the errors of the last run count. Derivatives are taken by differences: there are at most four parameters.
final class CESProblem: ResidualProblem {
  let model: CESModel
  private let y: [Double]
  private let period: Int
  private let start: [Double]
  /// Rows of states: one a period before the first value, one each value, one a period after the last.
  private let states: UnsafeMutablePointer<Double>
  private let stateCount: Int
  private let errors: UnsafeMutablePointer<Double>
  private let slopes: UnsafeMutablePointer<Double>
  private let floor: Double

  var count: Int { model.parameterCount }

  /// - Parameter y: at least one period, two for a model with a season of its own.
  init(_ model: CESModel, _ y: [Double], period: Int) {
    self.model = model
    self.y = y
    let rows = model.rows(period)
    self.period = rows
    start = CESProblem.start(model, y, period: period)
    stateCount = (y.count + 2 * rows) * model.components
    states = .allocate(capacity: stateCount)
    states.initialize(repeating: 0, count: stateCount)
    errors = .allocate(capacity: y.count)
    errors.initialize(repeating: 0, count: y.count)
    slopes = .allocate(capacity: y.count * model.parameterCount)
    slopes.initialize(repeating: 0, count: y.count * model.parameterCount)
    let size = y.reduce(0) { $0 + $1 * $1 }
    floor = max(size * 1e-20, 1e-300)
  }

  deinit {
    states.deallocate()
    errors.deallocate()
    slopes.deallocate()
  }

  func bounds(_ index: Int) -> (lower: Double, upper: Double) {
    (0.01, index == 0 ? 1.8 : index == 1 ? 1.9 : 1.5)
  }

  func parameters(_ x: UnsafePointer<Double>) -> CESParameters {
    CESParameters(
      alpha0: x[0], alpha1: x[1], beta0: count > 2 ? x[2] : 0, beta1: count > 3 ? x[3] : 0)
  }

  func value(_ x: UnsafePointer<Double>) -> Double {
    run(parameters(x))
    let squares = sum()
    return squares.isFinite ? Double(y.count) * log(max(squares, floor)) : .infinity
  }

  func linearise(
    _ x: UnsafePointer<Double>, matrix: UnsafeMutablePointer<Double>, stride: Int,
    gradient: UnsafeMutablePointer<Double>
  ) {
    let n = y.count
    let base = parameters(x)
    for i in 0..<count {
      var moved = base
      // Away from the upper bound, so that the difference stays within the box.
      let delta = x[i] > 1 ? -1e-6 : 1e-6
      switch i {
      case 0: moved.alpha0 += delta
      case 1: moved.alpha1 += delta
      case 2: moved.beta0 += delta
      default: moved.beta1 += delta
      }
      run(moved)
      for t in 0..<n { slopes[i * n + t] = errors[t] / delta }
    }
    run(base)
    for i in 0..<count {
      let delta = x[i] > 1 ? -1e-6 : 1e-6
      for t in 0..<n { slopes[i * n + t] -= errors[t] / delta }
    }
    for i in 0..<count {
      var sum = 0.0
      for t in 0..<n { sum += slopes[i * n + t] * errors[t] }
      gradient[i] = sum
      for j in i..<count {
        var product = 0.0
        for t in 0..<n { product += slopes[i * n + t] * slopes[j * n + t] }
        matrix[i * stride + j] = product
      }
    }
  }

  /// Sum of squared errors of the last run.
  func sum() -> Double {
    var sum = 0.0
    for t in 0..<y.count { sum += errors[t] * errors[t] }
    return sum
  }

  /// Fills `errors` and `states`.
  func run(_ parameters: CESParameters) {
    let size = model.components
    for i in start.indices { states[i] = start[i] }
    pass(parameters, isReversed: false)
    reverse(size)
    pass(parameters, isReversed: true)
    reverse(size)
    pass(parameters, isReversed: false)
  }

  /// Continues the states of the last run, `horizon` steps ahead.
  func forecast(_ parameters: CESParameters, horizon: Int) -> [Double] {
    let size = model.components
    let first = y.count * size
    var rows = (0..<(period * size)).map { states[first + $0] }
    rows.append(contentsOf: [Double](repeating: 0, count: horizon * size))
    return rows.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      return (0..<horizon).map { step in
        let value = predicted(base, period + step)
        update(base, period + step, value, parameters)
        return value
      }
    }
  }

  private func pass(_ parameters: CESParameters, isReversed: Bool) {
    let n = y.count
    y.withUnsafeBufferPointer { y in
      for t in 0..<n {
        let value = isReversed ? y[n - 1 - t] : y[t]
        errors[t] = value - predicted(states, period + t)
        update(states, period + t, value, parameters)
      }
    }
    for t in (n + period)..<(n + 2 * period) { update(states, t, predicted(states, t), parameters) }
  }

  @inline(__always)
  private func predicted(_ states: UnsafeMutablePointer<Double>, _ row: Int) -> Double {
    let size = model.components
    let value = states[(row - model.lag(period)) * size]
    return size > 2 ? value + states[(row - period) * size + 2] : value
  }

  @inline(__always)
  private func update(_ states: UnsafeMutablePointer<Double>, _ row: Int, _ y: Double, _ p: CESParameters) {
    let size = model.components
    let new = states + row * size
    let old = states + (row - model.lag(period)) * size
    let season = states + (row - period) * size
    let error = y - old[0] - (size > 2 ? season[2] : 0)
    let (level, hidden) = (old[0], old[1])
    new[0] = level - (1 - p.alpha1) * hidden + (p.alpha0 - p.alpha1) * error
    new[1] = level + (1 - p.alpha0) * hidden + (p.alpha0 + p.alpha1) * error
    if size == 3 {
      new[2] = season[2] + p.beta0 * error
    } else if size == 4 {
      let (real, imaginary) = (season[2], season[3])
      new[2] = real - (1 - p.beta1) * imaginary + (p.beta0 - p.beta1) * error
      new[3] = real + (1 - p.beta0) * imaginary + (p.beta0 + p.beta1) * error
    }
  }

  private func reverse(_ size: Int) {
    var (low, high) = (0, stateCount / size - 1)
    while low < high {
      for i in 0..<size {
        let kept = states[low * size + i]
        states[low * size + i] = states[high * size + i]
        states[high * size + i] = kept
      }
      low += 1
      high -= 1
    }
  }

  /// Initial states: means of the first values, the hidden part a tenth smaller, seasons of the additive classical
  /// decomposition.
  private static func start(_ model: CESModel, _ y: [Double], period: Int) -> [Double] {
    switch model {
    case .none:
      let head = y.prefix(10)
      let mean = head.reduce(0, +) / Double(head.count)
      return [mean, mean / 1.1]
    case .simple:
      return y.prefix(period).flatMap { [$0, $0 / 1.1] }
    case .partial, .full:
      let mean = y.prefix(period).reduce(0, +) / Double(period)
      return SeasonalIndices.classical(y, period: period, isMultiplicative: false).flatMap { index in
        model == .partial ? [mean, mean / 1.1, index] : [mean, mean / 1.1, index, index / 1.1]
      }
    }
  }
}
