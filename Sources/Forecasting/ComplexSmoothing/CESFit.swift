import Foundation

/// Complex exponential smoothing, fitted or with given parameters.
public struct CESFit: Sendable {
  public let model: CESModel
  public let parameters: CESParameters
  /// n log(sum e²).
  public let deviance: Double
  public let aicc: Double
  /// `horizon` points.
  public let points: [Double]

  /// The model with given parameters.
  ///
  /// - Parameter y: at least two periods where the model has a season, else at least one value.
  public init(_ model: CESModel, _ parameters: CESParameters, _ y: [Double], period: Int, horizon: Int) {
    self.init(CESProblem(model, y, period: period), parameters, y.count, horizon, scale: 1)
  }

  /// The model with the parameters of greatest likelihood within alpha0 <= 1.8, alpha1 <= 1.9, beta <= 1.5.
  ///
  /// - Returns: nil where the series is all zero or too short for the model.
  public static func fitted(_ model: CESModel, _ y: [Double], period: Int, horizon: Int) -> CESFit? {
    guard let search = CESSearch(model, y, period: period) else { return nil }
    search.polish()
    return CESFit(search, y.count, horizon)
  }

  init?(_ search: CESSearch, _ n: Int, _ horizon: Int) {
    guard let parameters = search.parameters else { return nil }
    self.init(search.problem, parameters, n, horizon, scale: search.scale)
  }

  private init(_ problem: CESProblem, _ parameters: CESParameters, _ n: Int, _ horizon: Int, scale: Double) {
    model = problem.model
    self.parameters = parameters
    problem.run(parameters)
    deviance = Double(n) * (log(max(problem.sum(), 1e-300)) + 2 * log(scale))
    aicc = ETSFit.aicc(deviance: deviance, parameters: problem.model.components + 1, count: n)
    points = problem.forecast(parameters, horizon: horizon).map { $0 * scale }
  }
}
