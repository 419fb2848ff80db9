/// A bounded problem in several parameters.
///
/// Pointers have room for `count` parameters; none is kept.
protocol BoundedProblem: AnyObject {
  /// How many parameters are free.
  var count: Int { get }

  /// The bounds of parameter `index`; infinite where there is none.
  func bounds(_ index: Int) -> (lower: Double, upper: Double)

  /// What is minimised, in units of a deviance (-2 log L); infinite outside the domain.
  func value(_ x: UnsafePointer<Double>) -> Double
}
