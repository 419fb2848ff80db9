/// Collects residuals and their derivatives, and multiplies them out for a Gauss-Newton step.
///
/// With logarithms of forecasts given, the residuals are taken times the geometric mean of the forecasts, whose own
/// derivative goes in; without, `logs` stays zero.
final class NormalEquations {
  typealias Lanes = SIMD4<Double>

  private let width: Int
  private var capacity = 0
  /// One an observation.
  private(set) var residuals: UnsafeMutablePointer<Double>
  /// Derivatives of the residuals, one row an observation; rows are as wide as the parameters in hand need.
  private(set) var slopes: UnsafeMutablePointer<Lanes>
  /// Sum of the derivatives of the forecasts' logarithms.
  let logs: UnsafeMutablePointer<Lanes>
  private let cross: UnsafeMutablePointer<Lanes>
  private let product: UnsafeMutablePointer<Lanes>

  /// - Parameter maxCount: the most parameters.
  init(maxCount: Int) {
    width = (maxCount + 3) / 4
    residuals = .allocate(capacity: 1)
    slopes = lanes(1)
    logs = lanes(width)
    cross = lanes(width)
    product = lanes(width * 4 * width)
  }

  deinit {
    residuals.deallocate()
    for memory in [slopes, logs, cross, product] { memory.deallocate() }
  }

  /// Room for the residuals of `count` observations.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    slopes.deallocate()
    residuals.deallocate()
    capacity = count
    slopes = lanes(count * width)
    residuals = .allocate(capacity: count)
    residuals.initialize(repeating: 0, count: count)
  }

  func clear(_ lanes: Int) { logs.update(repeating: .zero, count: lanes) }

  /// Fills the upper triangle of the matrix and the gradient for `count` parameters and `n` observations.
  func write(
    _ count: Int, _ lanes: Int, _ n: Int, squares: Double, matrix: UnsafeMutablePointer<Double>, stride: Int,
    gradient: UnsafeMutablePointer<Double>
  ) {
    multiply(lanes, n)
    let (cross, mean, product) = (doubles(self.cross), doubles(logs), doubles(self.product))
    for i in 0..<count { mean[i] /= Double(n) }
    for i in 0..<count {
      let (a, b) = (mean[i], cross[i])
      gradient[i] = b + squares * a
      for j in i..<count {
        matrix[i * stride + j] = product[i * lanes * 4 + j] + b * mean[j] + a * cross[j] + squares * a * mean[j]
      }
    }
  }

  /// The normal equations of all residuals, four by four so that the sums stay in registers.
  private func multiply(_ lanes: Int, _ n: Int) {
    let (rows, residuals) = (slopes, self.residuals)
    for v in 0..<lanes {
      var sum = Lanes.zero
      for t in 0..<n { sum += residuals[t] * rows[t * lanes + v] }
      cross[v] = sum
      for u in 0...v {
        var (first, second, third, fourth) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var left = doubles(rows + u)
        var right = rows + v
        for _ in 0..<n {
          first += left[0] * right[0]
          second += left[1] * right[0]
          third += left[2] * right[0]
          fourth += left[3] * right[0]
          left += 4 * lanes
          right += lanes
        }
        let target = product + 4 * u * lanes + v
        target[0] = first
        target[lanes] = second
        target[2 * lanes] = third
        target[3 * lanes] = fourth
      }
    }
  }
}
