/// The simplex search of Nelder and Mead within bounds, for a few parameters and an objective without usable slopes.
/// All memory is taken when the solver is made; a solver belongs to one thread.
///
/// Source: Lagarias, Reeds, Wright, Wright (1998); points outside the bounds are moved onto them.
final class NelderMead {
  private let capacity: Int
  private let points: UnsafeMutablePointer<Double>
  private let values: UnsafeMutablePointer<Double>
  private let centre: UnsafeMutablePointer<Double>
  private let trial: UnsafeMutablePointer<Double>
  private let second: UnsafeMutablePointer<Double>

  /// - Parameter capacity: the most parameters a problem may have.
  init(capacity: Int) {
    self.capacity = capacity
    points = .allocate(capacity: (capacity + 1) * capacity)
    values = .allocate(capacity: capacity + 1)
    centre = .allocate(capacity: capacity)
    trial = .allocate(capacity: capacity)
    second = .allocate(capacity: capacity)
  }

  deinit {
    points.deallocate()
    values.deallocate()
    centre.deallocate()
    trial.deallocate()
    second.deallocate()
  }

  /// Minimises from `x`, in place.
  ///
  /// - Parameters:
  ///   - size: of the first simplex in each parameter; its sign is the direction.
  ///   - tolerance: stops when all corners differ by less than this.
  ///   - limit: the most evaluations.
  func minimise<Problem: BoundedProblem>(
    _ problem: Problem, _ x: UnsafeMutablePointer<Double>, size: Double, tolerance: Double, limit: Int
  ) -> Double {
    let count = problem.count
    var left = limit
    for corner in 0...count {
      let point = points + corner * count
      for i in 0..<count { point[i] = x[i] }
      if corner > 0 {
        let (lower, upper) = problem.bounds(corner - 1)
        let moved = point[corner - 1] + size
        point[corner - 1] = moved > upper || moved < lower ? min(max(point[corner - 1] - size, lower), upper) : moved
      }
      values[corner] = problem.value(point)
      left -= 1
    }
    while left > 0 {
      sort(count)
      if values[count] - values[0] < tolerance { break }
      for i in 0..<count {
        var sum = 0.0
        for corner in 0..<count { sum += points[corner * count + i] }
        centre[i] = sum / Double(count)
      }
      let reflected = move(problem, -1, into: trial)
      left -= 1
      if reflected < values[0] {
        let expanded = move(problem, -2, into: second)
        left -= 1
        expanded < reflected ? replace(count, second, expanded) : replace(count, trial, reflected)
      } else if reflected < values[count - 1] {
        replace(count, trial, reflected)
      } else {
        let isOutside = reflected < values[count]
        let contracted = move(problem, isOutside ? -0.5 : 0.5, into: second)
        left -= 1
        if contracted < min(reflected, values[count]) {
          replace(count, second, contracted)
        } else {
          shrink(problem)
          left -= count
        }
      }
    }
    sort(count)
    x.update(from: points, count: count)
    return values[0]
  }

  /// Puts `centre + factor (worst - centre)` in `target`, within the bounds; its value.
  private func move<Problem: BoundedProblem>(
    _ problem: Problem, _ factor: Double, into target: UnsafeMutablePointer<Double>
  ) -> Double {
    let count = problem.count
    for i in 0..<count {
      let (lower, upper) = problem.bounds(i)
      let place = centre[i] + factor * (points[count * count + i] - centre[i])
      target[i] = min(max(place, lower), upper)
    }
    return problem.value(target)
  }

  private func replace(_ count: Int, _ point: UnsafeMutablePointer<Double>, _ value: Double) {
    (points + count * count).update(from: point, count: count)
    values[count] = value
  }

  private func shrink<Problem: BoundedProblem>(_ problem: Problem) {
    let count = problem.count
    for corner in 1...count {
      let point = points + corner * count
      for i in 0..<count { point[i] = (point[i] + points[i]) / 2 }
      values[corner] = problem.value(point)
    }
  }

  /// Corners by their value, the best first; equal ones keep their order.
  private func sort(_ count: Int) {
    for last in 1...count {
      var place = last
      while place > 0, values[place] < values[place - 1] {
        swap(&values[place], &values[place - 1])
        for i in 0..<count { swap(&points[place * count + i], &points[(place - 1) * count + i]) }
        place -= 1
      }
    }
  }
}
