/// Errors of one forecast's points.
public struct PointScore: Sendable, Equatable {
  public let smape: Double
  /// nil where the history never changes from one period to the next.
  public let mase: Double?
  public let rmsse: Double?
  /// Mean error in units of the scale of MASE; positive where the forecast was too low.
  public let bias: Double?

  public init(_ points: [Double], actual: [Double], history: [Double], period: Int) {
    let scale = Accuracy.scale(history, period: period)
    smape = Accuracy.smape(actual, points)
    mase = Accuracy.mase(actual, points, scale: scale)
    rmsse = Accuracy.rmsse(actual, points, history: history, period: period)
    bias = Accuracy.bias(actual, points, scale: scale)
  }
}
