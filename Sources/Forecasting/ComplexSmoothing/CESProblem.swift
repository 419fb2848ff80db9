import Foundation

/// The likelihood of complex exponential smoothing with backcast initial states, without allocation in its loop.
///
/// A run goes forwards, then backwards over the reversed series to better the initial states, then forwards again; the
/// errors of the last pass count.
final class CESProblem: BoundedProblem {
  let model: CESModel
  private let y: [Double]
  private let period: Int
  private let start: [Double]
  private var level = 0.0
  private var hidden = 0.0
  /// Rings of one period: the season's complex state, or for the simple model the whole state.
  private let real: UnsafeMutablePointer<Double>
  private let imaginary: UnsafeMutablePointer<Double>
  private let spare: UnsafeMutablePointer<Double>
  private let errors: UnsafeMutablePointer<Double>
  private let floor: Double

  var count: Int { model.parameterCount }

  /// - Parameter y: at least one period, two for a model with a season of its own.
  init(_ model: CESModel, _ y: [Double], period: Int) {
    self.model = model
    self.y = y
    let rows = model.rows(period)
    self.period = rows
    start = CESProblem.start(model, y, period: period)
    real = .allocate(capacity: rows)
    imaginary = .allocate(capacity: rows)
    spare = .allocate(capacity: rows)
    errors = .allocate(capacity: y.count)
    errors.initialize(repeating: 0, count: y.count)
    let size = y.reduce(0) { $0 + $1 * $1 }
    floor = max(size * 1e-20, 1e-300)
  }

  deinit {
    real.deallocate()
    imaginary.deallocate()
    spare.deallocate()
    errors.deallocate()
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

  /// Sum of squared errors of the last run.
  func sum() -> Double {
    var sum = 0.0
    for t in 0..<y.count { sum += errors[t] * errors[t] }
    return sum
  }

  /// Fills `errors` and leaves the states after the last observation in `level`, `hidden` and the rings.
  func run(_ parameters: CESParameters) {
    let size = model.components
    (level, hidden) = (start[0], start[1])
    for i in 0..<period {
      real[i] = start[i * size + (size == 2 ? 0 : 2)]
      imaginary[i] = size == 3 ? 0 : start[i * size + size - 1]
    }
    pass(parameters, isReversed: false)
    turn(parameters)
    pass(parameters, isReversed: true)
    turn(parameters)
    pass(parameters, isReversed: false)
  }

  /// Continues the states of the last run, `horizon` steps ahead.
  func forecast(_ parameters: CESParameters, horizon: Int) -> [Double] {
    (0..<horizon).map { extend(parameters, y.count + $0) }
  }

  /// One run over the series. The ring of season t is at t mod period.
  private func pass(_ p: CESParameters, isReversed: Bool) {
    let (n, period, errors, real, imaginary) = (y.count, self.period, self.errors, self.real, self.imaginary)
    let (keepHidden, levelGain) = (1 - p.alpha1, p.alpha0 - p.alpha1)
    let (addHidden, hiddenGain) = (1 - p.alpha0, p.alpha0 + p.alpha1)
    let isFull = model == .full
    let (keepSeason, seasonGain) = (isFull ? 1 - p.beta1 : 0, p.beta0 - p.beta1)
    let (addSeason, otherGain) = (1 - p.beta0, p.beta0 + p.beta1)
    var (level, hidden) = (self.level, self.hidden)
    var index = 0
    y.withUnsafeBufferPointer { y in
      switch model {
      case .none:
        for t in 0..<n {
          let error = (isReversed ? y[n - 1 - t] : y[t]) - level
          errors[t] = error
          (level, hidden) = (
            level - keepHidden * hidden + levelGain * error, level + addHidden * hidden + hiddenGain * error
          )
        }
      case .simple:
        for t in 0..<n {
          let (old, other) = (real[index], imaginary[index])
          let error = (isReversed ? y[n - 1 - t] : y[t]) - old
          errors[t] = error
          real[index] = old - keepHidden * other + levelGain * error
          imaginary[index] = old + addHidden * other + hiddenGain * error
          index = index + 1 == period ? 0 : index + 1
        }
      case .partial, .full:
        for t in 0..<n {
          let (season, other) = (real[index], imaginary[index])
          let error = (isReversed ? y[n - 1 - t] : y[t]) - level - season
          errors[t] = error
          (level, hidden) = (
            level - keepHidden * hidden + levelGain * error, level + addHidden * hidden + hiddenGain * error
          )
          real[index] = season - keepSeason * other + seasonGain * error
          if isFull { imaginary[index] = season + addSeason * other + otherGain * error }
          index = index + 1 == period ? 0 : index + 1
        }
      }
    }
    (self.level, self.hidden) = (level, hidden)
  }

  /// One step beyond the series without an error; its point.
  private func extend(_ p: CESParameters, _ t: Int) -> Double {
    let index = t % period
    let (old, other) = (real[index], imaginary[index])
    switch model {
    case .none:
      let point = level
      (level, hidden) = (level - (1 - p.alpha1) * hidden, level + (1 - p.alpha0) * hidden)
      return point
    case .simple:
      real[index] = old - (1 - p.alpha1) * other
      imaginary[index] = old + (1 - p.alpha0) * other
      return old
    case .partial, .full:
      let point = level + old
      (level, hidden) = (level - (1 - p.alpha1) * hidden, level + (1 - p.alpha0) * hidden)
      if model == .full {
        real[index] = old - (1 - p.beta1) * other
        imaginary[index] = old + (1 - p.beta0) * other
      }
      return point
    }
  }

  /// Makes the states after the last observation those before the first of the reversed series: one period further,
  /// seasons in reversed order, the level of the first step beyond.
  private func turn(_ p: CESParameters) {
    let n = y.count
    var first = (level: 0.0, hidden: 0.0)
    for step in 0..<period {
      _ = extend(p, n + step)
      if step == 0 { first = (level, hidden) }
    }
    (level, hidden) = first
    // Step s beyond the end is at (n + s) mod period; it becomes season period - 1 - s.
    rotate(real, n % period)
    rotate(imaginary, n % period)
  }

  private func rotate(_ ring: UnsafeMutablePointer<Double>, _ offset: Int) {
    for step in 0..<period { spare[period - 1 - step] = ring[(offset + step) % period] }
    ring.update(from: spare, count: period)
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
