/// Ordinary least squares without an intercept.
struct LeastSquares {
  let coefficients: [Double]
  let tValues: [Double]

  /// - Parameter columns: regressors, as long as `target`.
  /// - Returns: nil where they depend on each other, or there are not more observations than columns.
  init?(_ columns: [[Double]], _ target: [Double]) {
    let count = columns.count
    guard target.count > count else { return nil }
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let matrix = columns.flatMap { left in columns.map { dot(left, $0) } }
    guard let factor = Cholesky(matrix, count) else { return nil }
    let solution = factor.solve(columns.map { dot($0, target) })
    coefficients = solution
    let squares = target.indices.reduce(0.0) { sum, t in
      let error = target[t] - columns.indices.reduce(0) { $0 + solution[$1] * columns[$1][t] }
      return sum + error * error
    }
    let variance = squares / Double(target.count - count)
    tValues = (0..<count).map { index in
      var unit = [Double](repeating: 0, count: count)
      unit[index] = 1
      return solution[index] / max(variance * factor.solve(unit)[index], 1e-300).squareRoot()
    }
  }
}
