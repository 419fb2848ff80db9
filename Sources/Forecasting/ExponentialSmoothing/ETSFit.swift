/// An ETS model fitted to a series by maximum likelihood within the usual region.
public struct ETSFit: Sendable {
  public let model: ETSModel
  public let parameters: ETSParameters
  /// Before the first observation.
  public let initial: ETSState
  /// After the last observation.
  public let final: ETSState
  /// n log(sum e²), and for multiplicative errors + 2 sum log f; comparable between the models of a series.
  public let deviance: Double
  /// Infinite where there are not more observations than parameters + 1.
  public let aicc: Double
  /// Variance of the one-step residuals with the parameters taken off.
  public let sigma2: Double

  /// Points and variances, `horizon` steps ahead.
  public func outlook(horizon: Int) -> ETSOutlook {
    ETSOutlook(model, parameters, final, sigma2: sigma2, horizon: horizon)
  }

  /// `deviance + 2k` with the correction for small samples.
  static func aicc(deviance: Double, parameters k: Int, count n: Int) -> Double {
    guard n > k + 1 else { return .infinity }
    return deviance + 2 * Double(k) + 2 * Double(k * (k + 1)) / Double(n - k - 1)
  }
}
