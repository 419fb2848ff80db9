/// The Cholesky factor of a symmetric positive definite matrix.
struct Cholesky {
  private var factor: [Double]
  private let count: Int

  /// - Parameters:
  ///   - matrix: `count` rows of `count`, row after row; the lower triangle is read.
  /// - Returns: nil where it is not positive definite.
  init?(_ matrix: [Double], _ count: Int) {
    self.count = count
    factor = matrix
    let isPositive = factor.withUnsafeMutableBufferPointer { a in
      for i in 0..<count {
        for j in 0...i {
          var sum = a[i * count + j]
          for k in 0..<j { sum -= a[i * count + k] * a[j * count + k] }
          if i == j {
            guard sum > abs(a[i * count + i]) * 1e-14, sum.isFinite else { return false }
            a[i * count + i] = sum.squareRoot()
          } else {
            a[i * count + j] = sum / a[j * count + j]
          }
        }
      }
      return true
    }
    guard isPositive else { return nil }
  }

  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for i in 0..<count {
      var sum = x[i]
      for k in 0..<i { sum -= factor[i * count + k] * x[k] }
      x[i] = sum / factor[i * count + i]
    }
    for i in stride(from: count - 1, through: 0, by: -1) {
      var sum = x[i]
      for k in (i + 1)..<max(count, i + 1) { sum -= factor[k * count + i] * x[k] }
      x[i] = sum / factor[i * count + i]
    }
    return x
  }
}
