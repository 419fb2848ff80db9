/// Smoothing parameters of complex exponential smoothing: alpha0 + i alpha1 for the level, beta0 + i beta1 for the
/// season (0 where the model has none).
public struct CESParameters: Sendable, Equatable {
  public var alpha0: Double
  public var alpha1: Double
  public var beta0: Double
  public var beta1: Double

  public init(alpha0: Double, alpha1: Double, beta0: Double = 0, beta1: Double = 0) {
    self.alpha0 = alpha0
    self.alpha1 = alpha1
    self.beta0 = beta0
    self.beta1 = beta1
  }
}
