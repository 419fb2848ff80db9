/// A nonlinear least-squares fit that `LevenbergMarquardt` can solve: bounded parameters and an objective whose
/// curvature is that of a sum of squares.
///
/// All pointers have room for `count` parameters; none is kept.
protocol ResidualProblem: AnyObject {
  /// How many parameters are free.
  var count: Int { get }

  /// The bounds of parameter `index`; infinite where there is none.
  func bounds(_ index: Int) -> (lower: Double, upper: Double)

  /// What is minimised, in units of a deviance (-2 log L); infinite outside the domain.
  func value(_ x: UnsafePointer<Double>) -> Double

  /// The Gauss-Newton matrix (upper triangle, row-major, rows `stride` apart) and the gradient of half the sum of
  /// squares at `x`.
  func linearise(
    _ x: UnsafePointer<Double>, matrix: UnsafeMutablePointer<Double>, stride: Int,
    gradient: UnsafeMutablePointer<Double>)
}
