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
    let k = model.parameterCount(period: period)
    guard y.count > 3, model.season == .none || y.count >= 2 * period else { return nil }
    let scale = y.reduce(0) { $0 + abs($1) } / Double(y.count)
    guard scale > 0 else { return nil }
    let scaled = y.map { $0 / scale }
    let start = ETSStart(model, scaled, period: period)
    var deviance = Double.infinity
    for damping in [1, 0.5, 0.1] where !deviance.isFinite {
      // A start that fits a value at or below zero is outside the domain of a multiplicative error; a flatter one is not.
      deviance = scaled.withUnsafeBufferPointer { search(model, $0, period, start.flattened(damping), effort) }
    }
    guard deviance.isFinite else { return nil }
    let parameters = problem.parameters(best)
    let filter = ETSFilter(model, parameters, state(model, period, scale: 1), scaled)
    let freedom = Double(max(y.count - (k - 1), 1))
    let shift = 2 * Double(y.count) * log(scale)
    let unit = model.hasMultiplicativeError ? 1 : scale * scale
    let end = filter.state
    let season = model.season == .additive ? end.season.map { $0 * scale } : end.season
    return ETSFit(
      model: model, parameters: parameters, initial: state(model, period, scale: scale),
      final: ETSState(level: end.level * scale, trend: end.trend * scale, season: season),
      deviance: deviance + shift, aicc: ETSFit.aicc(deviance: deviance + shift, parameters: k, count: y.count),
      sigma2: filter.squares / freedom * unit)
  }

  /// Leaves the best parameters of all starts in `best`.
  private func search(
    _ model: ETSModel, _ y: UnsafeBufferPointer<Double>, _ period: Int, _ start: ETSStart, _ effort: Effort
  ) -> Double {
    problem.prepare(model, y, period: period)
    let layout = problem.layout
    var least = Double.infinity
    for (alpha, beta, gamma, phi) in effort.starts {
      x[0] = alpha
      if let index = layout.beta { x[index] = beta }
      if let index = layout.gamma { x[index] = gamma }
      if let index = layout.phi { x[index] = phi }
      x[layout.level] = start.level
      if let index = layout.trend { x[index] = start.trend }
      if let index = layout.season { for i in 0..<(period - 1) { x[index + i] = start.season[i] } }
      let value = solver.minimise(problem, x, tolerance: 1e-2, limit: 30)
      if value < least {
        least = value
        best.update(from: x, count: layout.count)
      }
    }
    return least
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
