import Foundation

/// One pass of an ETS model over a series with given parameters and initial state.
///
/// Source: Hyndman et al. (2008), chapters 2 and 5; the likelihood drops its constant, as R's forecast package does.
public struct ETSFilter: Sendable {
  /// One-step errors: absolute, or relative where the error is multiplicative.
  public let residuals: [Double]
  /// After the last observation.
  public let state: ETSState
  /// n log(sum e²), and for multiplicative errors + 2 sum log|f|.
  public let deviance: Double
  /// Sum of squared residuals.
  public let squares: Double

  /// - Parameter y: the series; its first value has season `state.season[0]`.
  public init(_ model: ETSModel, _ parameters: ETSParameters, _ state: ETSState, _ y: [Double]) {
    var level = state.level
    var trend = model.trend == .none ? 0 : state.trend
    var season = state.season
    let phi = model.trend == .damped ? parameters.phi : 1
    let period = max(season.count, 1)
    var residuals = [Double](repeating: 0, count: y.count)
    var (squares, logs) = (0.0, 0.0)
    for (t, value) in y.enumerated() {
      let base = level + phi * trend
      let index = t % period
      let old = model.season == .none ? 0 : season[index]
      let fitted = model.season == .none ? base : model.season == .additive ? base + old : base * old
      let error = value - fitted
      let residual = model.hasMultiplicativeError ? error / fitted : error
      residuals[t] = residual
      squares += residual * residual
      if model.hasMultiplicativeError { logs += log(abs(fitted)) }
      let surprise = model.season == .multiplicative ? value / old - base : error
      level = base + parameters.alpha * surprise
      if model.trend != .none { trend = phi * trend + parameters.beta * surprise }
      switch model.season {
      case .none: break
      case .additive: season[index] = old + parameters.gamma * error
      case .multiplicative: season[index] = old + parameters.gamma * (value / base - old)
      }
    }
    self.residuals = residuals
    self.squares = squares
    deviance = Double(y.count) * log(squares) + (model.hasMultiplicativeError ? 2 * logs : 0)
    if model.season != .none { season = (0..<period).map { season[(y.count + $0) % period] } }
    self.state = ETSState(level: level, trend: trend, season: season)
  }
}
