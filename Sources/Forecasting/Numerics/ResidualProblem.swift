/// A nonlinear least-squares fit that `LevenbergMarquardt` can solve: the curvature of its objective is that of a sum of
/// squares.
protocol ResidualProblem: BoundedProblem {
  /// The Gauss-Newton matrix (upper triangle, row-major, rows `stride` apart) and the gradient of half the sum of
  /// squares at `x`.
  func linearise(
    _ x: UnsafePointer<Double>, matrix: UnsafeMutablePointer<Double>, stride: Int,
    gradient: UnsafeMutablePointer<Double>)
}
