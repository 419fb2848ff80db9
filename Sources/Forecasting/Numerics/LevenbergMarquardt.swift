import Foundation

/// Projected Levenberg-Marquardt: parameters at a bound that the gradient pushes outwards are held, steps are cut at the
/// bounds. All memory is taken when the solver is made; a solver belongs to one thread.
///
/// Source: Moré (1978) for the damping by the diagonal, Kanzow, Yamashita, Fukushima (2004) for the projection.
final class LevenbergMarquardt {
  private let capacity: Int
  private let matrix: UnsafeMutablePointer<Double>
  private let factor: UnsafeMutablePointer<Double>
  private let gradient: UnsafeMutablePointer<Double>
  private let step: UnsafeMutablePointer<Double>
  private let trial: UnsafeMutablePointer<Double>
  private let isFree: UnsafeMutablePointer<Bool>

  /// - Parameter capacity: the most parameters a problem may have.
  init(capacity: Int) {
    self.capacity = capacity
    matrix = .allocate(capacity: capacity * capacity)
    factor = .allocate(capacity: capacity * capacity)
    gradient = .allocate(capacity: capacity)
    step = .allocate(capacity: capacity)
    trial = .allocate(capacity: capacity)
    isFree = .allocate(capacity: capacity)
  }

  deinit {
    matrix.deallocate()
    factor.deallocate()
    gradient.deallocate()
    step.deallocate()
    trial.deallocate()
    isFree.deallocate()
  }

  /// Minimises from `x`, in place.
  ///
  /// - Parameters:
  ///   - tolerance: stops when two steps running gain less than this (units of the objective).
  ///   - limit: the most linearisations.
  /// - Returns: the objective at the last `x`; infinite where the start is outside the domain.
  func minimise<Problem: ResidualProblem>(
    _ problem: Problem, _ x: UnsafeMutablePointer<Double>, tolerance: Double, limit: Int
  ) -> Double {
    let count = problem.count
    precondition(count <= capacity)
    for i in 0..<count {
      let (lower, upper) = problem.bounds(i)
      x[i] = min(max(x[i], lower), upper)
    }
    var best = problem.value(x)
    guard best.isFinite else { return .infinity }
    var damping = 0.01
    var idle = 0
    for _ in 0..<limit {
      problem.linearise(x, matrix: matrix, stride: capacity, gradient: gradient)
      hold(problem, x)
      var gain = 0.0
      while damping < 1e8 {
        guard solve(count, damping) else {
          damping *= 10
          continue
        }
        for i in 0..<count {
          let (lower, upper) = problem.bounds(i)
          trial[i] = min(max(x[i] - step[i], lower), upper)
        }
        let value = problem.value(trial)
        if value < best {
          gain = best - value
          best = value
          x.update(from: trial, count: count)
          damping = max(damping * 0.15, 1e-9)
          break
        }
        damping *= 6
      }
      if damping >= 1e8 { break }
      idle = gain < tolerance ? idle + 1 : 0
      if idle == 2 { break }
    }
    return best
  }

  /// Marks the parameters that may move.
  private func hold<Problem: ResidualProblem>(_ problem: Problem, _ x: UnsafePointer<Double>) {
    for i in 0..<problem.count {
      let (lower, upper) = problem.bounds(i)
      let isHeld = (x[i] <= lower && gradient[i] > 0) || (x[i] >= upper && gradient[i] < 0)
      // A parameter without influence would make the matrix singular.
      isFree[i] = !isHeld && matrix[i * capacity + i] > 1e-300
    }
  }

  /// The damped step of the free parameters by Cholesky; false where the matrix is not positive.
  private func solve(_ count: Int, _ damping: Double) -> Bool {
    for i in 0..<count {
      guard isFree[i] else {
        step[i] = 0
        continue
      }
      step[i] = gradient[i]
      let row = factor + i * capacity
      for j in 0...i where isFree[j] { row[j] = matrix[j * capacity + i] }
      row[i] *= 1 + damping
      for j in 0...i where isFree[j] {
        let other = factor + j * capacity
        var sum = row[j]
        for k in 0..<j where isFree[k] { sum -= row[k] * other[k] }
        if j < i {
          row[j] = sum * other[j]
        } else {
          guard sum > matrix[i * capacity + i] * 1e-13 else { return false }
          // The inverse of the diagonal, so that no more division is needed.
          row[i] = 1 / sum.squareRoot()
        }
      }
    }
    for i in 0..<count where isFree[i] {
      let row = factor + i * capacity
      for k in 0..<i where isFree[k] { step[i] -= row[k] * step[k] }
      step[i] *= row[i]
    }
    for i in stride(from: count - 1, through: 0, by: -1) where isFree[i] {
      for k in (i + 1)..<max(count, i + 1) where isFree[k] { step[i] -= factor[k * capacity + i] * step[k] }
      step[i] *= factor[i * capacity + i]
    }
    return true
  }
}
