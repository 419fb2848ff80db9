import Foundation

/// Fits ETS models. Keeps its memory between fits; belongs to one thread.
public final class ETSFitter {
  private let problem: ETSProblem
  private let solver: LevenbergMarquardt
  private let x: UnsafeMutablePointer<Double>
  private let best: UnsafeMutablePointer<Double>
  private let capacity: Int

  /// Where to search from: the likelihood of a model may have several hills.
  public enum Effort: Sendable {
    /// A slow and a fast level.
    case all
    /// A slow level only.
    case first
    /// A fast level only.
    case second

    /// alpha, beta / alpha, gamma / (1 - alpha), phi.
    fileprivate var starts: [(Double, Double, Double, Double)] {
      let (slow, fast) = ((0.3, 0.1, 0.1, 0.95), (0.8, 0.05, 0.4, 0.9))
      return self == .all ? [slow, fast] : self == .first ? [slow] : [fast]
    }
  }

  /// - Parameter maxPeriod: the longest season that will be asked for.
  public init(maxPeriod: Int) {
    capacity = maxPeriod + 6
    problem = ETSProblem(maxPeriod: max(maxPeriod, 1))
    solver = LevenbergMarquardt(capacity: capacity)
    x = .allocate(capacity: capacity)
    best = .allocate(capacity: capacity)
  }

  deinit {
    x.deallocate()
    best.deallocate()
  }

  /// - Parameters:
  ///   - y: finite values; for a seasonal model at least two periods.
  ///   - period: at most `maxPeriod`.
  ///   - effort: where to search from.
  /// - Returns: nil where no start was inside the model's domain, or the series is shorter than the model needs.
  public func fit(_ model: ETSModel, _ y: [Double], period: Int, effort: Effort = .all) -> ETSFit? {
    guard let (scaled, scale) = scaled(model, y, period) else { return nil }
    let start = ETSStart(model, scaled, period: period)
    var deviance = Double.infinity
    for damping in [1, 0.5, 0.1] where !deviance.isFinite {
      // A start that fits a value at or below zero is outside the domain of a multiplicative error; a flatter one is not.
      deviance = scaled.withUnsafeBufferPointer {
        search(model, $0, period: period, from: start.flattened(damping), effort)
      }
    }
    return found(model, scaled, period: period, scale: scale, deviance: deviance)
  }

  /// The model of `other`, searched for from where its parameters are: for a series that differs little from the one it
  /// was fitted to, and has the same first observation.
  func refit(_ other: ETSFit, _ y: [Double], period: Int) -> ETSFit? {
    guard let (scaled, scale) = scaled(other.model, y, period) else { return nil }
    let unit = other.model.season == .additive ? scale : 1
    let start = ETSStart(
      level: other.initial.level / scale, trend: other.initial.trend / scale,
      season: other.initial.season.map { $0 / unit })
    let parameters = other.parameters
    let from = (
      parameters.alpha, parameters.beta / parameters.alpha, parameters.gamma / (1 - parameters.alpha), parameters.phi
    )
    let deviance = scaled.withUnsafeBufferPointer { buffer in
      problem.prepare(other.model, buffer, period: period)
      return climb(from, start, period)
    }
    guard deviance.isFinite else { return fit(other.model, y, period: period, effort: .first) }
    best.update(from: x, count: problem.layout.count)
    return found(other.model, scaled, period: period, scale: scale, deviance: deviance)
  }

  /// The series in units of its mean size; nil where it is too short for the model or all zero.
  private func scaled(_ model: ETSModel, _ y: [Double], _ period: Int) -> (values: [Double], scale: Double)? {
    guard y.count > 3, model.season == .none || y.count >= 2 * period else { return nil }
    let scale = y.reduce(0) { $0 + abs($1) } / Double(y.count)
    return scale > 0 ? (y.map { $0 / scale }, scale) : nil
  }

  /// What the search left in `best`, in the series' own units; nil where it found nothing.
  private func found(
    _ model: ETSModel, _ scaled: [Double], period: Int, scale: Double, deviance: Double
  ) -> ETSFit? {
    guard deviance.isFinite else { return nil }
    let n = scaled.count
    let k = model.parameterCount(period: period)
    let parameters = problem.parameters(best)
    let filter = ETSFilter(model, parameters, state(model, period, scale: 1), scaled)
    let whole = deviance + 2 * Double(n) * log(scale)
    let unit = model.hasMultiplicativeError ? 1 : scale * scale
    let end = filter.state
    let season = model.season == .additive ? end.season.map { $0 * scale } : end.season
    return ETSFit(
      model: model, parameters: parameters, initial: state(model, period, scale: scale),
      final: ETSState(level: end.level * scale, trend: end.trend * scale, season: season), deviance: whole,
      aicc: ETSFit.aicc(deviance: whole, parameters: k, count: n),
      sigma2: filter.squares / Double(max(n - (k - 1), 1)) * unit)
  }

  /// Leaves the best parameters of all starts in `best`.
  private func search(
    _ model: ETSModel, _ y: UnsafeBufferPointer<Double>, period: Int, from start: ETSStart, _ effort: Effort
  ) -> Double {
    problem.prepare(model, y, period: period)
    var least = Double.infinity
    for from in effort.starts {
      let value = climb(from, start, period)
      if value < least {
        least = value
        best.update(from: x, count: problem.layout.count)
      }
    }
    return least
  }

  /// Searches from one start, leaving the parameters in `x`.
  ///
  /// - Parameter from: alpha, beta / alpha, gamma / (1 - alpha), phi.
  private func climb(_ from: (Double, Double, Double, Double), _ start: ETSStart, _ period: Int) -> Double {
    let layout = problem.layout
    x[0] = from.0
    if let index = layout.beta { x[index] = from.1 }
    if let index = layout.gamma { x[index] = from.2 }
    if let index = layout.phi { x[index] = from.3 }
    x[layout.level] = start.level
    if let index = layout.trend { x[index] = start.trend }
    if let index = layout.season { for i in 0..<(period - 1) { x[index + i] = start.season[i] } }
    return solver.minimise(problem, x, tolerance: 1e-2, limit: 30)
  }

  private func state(_ model: ETSModel, _ period: Int, scale: Double) -> ETSState {
    let layout = problem.layout
    var season: [Double] = []
    if let first = layout.season {
      season = (0..<(period - 1)).map { best[first + $0] }
      season.append((model.season == .multiplicative ? Double(period) : 0) - season.reduce(0, +))
      if model.season == .additive { season = season.map { $0 * scale } }
    }
    return ETSState(
      level: best[layout.level] * scale, trend: (layout.trend.map { best[$0] } ?? 0) * scale, season: season)
  }
}
