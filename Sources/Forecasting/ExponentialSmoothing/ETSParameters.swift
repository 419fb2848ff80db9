/// Smoothing parameters of an ETS model. The usual region: 0 < beta < alpha, 0 < gamma < 1 - alpha, 0.8 < phi < 0.98.
public struct ETSParameters: Sendable, Equatable {
  public var alpha: Double
  /// 0 where the model has no trend.
  public var beta: Double
  /// 0 where the model has no season.
  public var gamma: Double
  /// 1 where the trend is not damped.
  public var phi: Double

  public init(alpha: Double, beta: Double = 0, gamma: Double = 0, phi: Double = 1) {
    self.alpha = alpha
    self.beta = beta
    self.gamma = gamma
    self.phi = phi
  }
}
