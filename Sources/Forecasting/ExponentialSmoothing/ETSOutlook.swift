/// Point forecasts and their variances from the state after the last observation.
///
/// Source: Hyndman et al. (2008), chapter 6: class 1 (additive error), class 2 (multiplicative error, no or additive
/// season), class 3 (multiplicative error and season; exact for the recursion of the level, a good approximation with
/// trend).
public struct ETSOutlook: Sendable {
  /// One a step ahead.
  public let points: [Double]
  /// One a step ahead.
  public let variances: [Double]

  /// - Parameter sigma2: variance of the one-step residuals (relative where the error is multiplicative).
  public init(_ model: ETSModel, _ parameters: ETSParameters, _ state: ETSState, sigma2: Double, horizon: Int) {
    let period = max(state.season.count, 1)
    let phi = model.trend == .damped ? parameters.phi : 1
    var base: [Double] = []
    var damped = 0.0
    var power = 1.0
    // response[j-1] is the weight of an error j steps ago on the forecast.
    var response: [Double] = []
    for step in 1...max(horizon, 1) {
      power *= phi
      damped += power
      base.append(state.level + (model.trend == .none ? 0 : damped * state.trend))
      var weight = parameters.alpha + (model.trend == .none ? 0 : parameters.beta * damped)
      if model.season == .additive, step % period == 0 { weight += parameters.gamma }
      response.append(weight)
    }
    base = Array(base.prefix(horizon))
    let season = (0..<horizon).map { model.season == .none ? 0 : state.season[$0 % period] }
    points = (0..<horizon).map { index in
      switch model.season {
      case .none: base[index]
      case .additive: base[index] + season[index]
      case .multiplicative: base[index] * season[index]
      }
    }
    guard model.hasMultiplicativeError else {
      var sum = 1.0
      variances = (0..<horizon).map { index in
        defer { sum += response[index] * response[index] }
        return sigma2 * sum
      }
      return
    }
    let mean = model.season == .multiplicative ? base : points
    var second: [Double] = []
    for index in 0..<horizon {
      var value = mean[index] * mean[index]
      for back in 0..<index { value += sigma2 * response[back] * response[back] * second[index - 1 - back] }
      second.append(value)
    }
    variances = (0..<horizon).map { index in
      guard model.season == .multiplicative else {
        return (1 + sigma2) * second[index] - mean[index] * mean[index]
      }
      var spread = 1 + sigma2
      for _ in 0..<(index / period) { spread *= 1 + parameters.gamma * parameters.gamma * sigma2 }
      return season[index] * season[index] * (spread * second[index] - mean[index] * mean[index])
    }
  }
}
