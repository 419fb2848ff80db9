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
    guard y.count > model.parameterCount + 1, model == .none || (period > 1 && y.count >= 2 * period) else { return nil }
    let scale = y.reduce(0) { $0 + abs($1) } / Double(y.count)
    guard scale > 0 else { return nil }
    let problem = CESProblem(model, y.map { $0 / scale }, period: period)
    let solver = LevenbergMarquardt(capacity: 4)
    var best: [Double] = []
    var least = Double.infinity
    for start in starts(model) {
      var x = start
      let value = x.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { solver.minimise(problem, $0, tolerance: 1e-3, limit: 40) } ?? .infinity
      }
      if value < least { (least, best) = (value, x) }
    }
    guard least.isFinite else { return nil }
    let parameters = best.withUnsafeBufferPointer { $0.baseAddress.map(problem.parameters) }
    return parameters.map { CESFit(problem, $0, y.count, horizon, scale: scale) }
  }

  /// The model of least AICc among those the series is long enough for.
  public static func best(_ y: [Double], period: Int, horizon: Int) -> CESFit? {
    CESModel.allCases.compactMap { fitted($0, y, period: period, horizon: horizon) }
      .filter { $0.aicc.isFinite && $0.points.allSatisfy(\.isFinite) }
      .min { $0.aicc < $1.aicc }
  }

  private init(_ problem: CESProblem, _ parameters: CESParameters, _ n: Int, _ horizon: Int, scale: Double) {
    model = problem.model
    self.parameters = parameters
    problem.run(parameters)
    deviance = Double(n) * (log(max(problem.sum(), 1e-300)) + 2 * log(scale))
    aicc = ETSFit.aicc(deviance: deviance, parameters: problem.model.components + 1, count: n)
    points = problem.forecast(parameters, horizon: horizon).map { $0 * scale }
  }

  private static func starts(_ model: CESModel) -> [[Double]] {
    switch model {
    case .none, .simple: [[1.3, 1], [1.0, 1.2], [0.5, 1]]
    case .partial: [[1.3, 1, 0.1], [0.6, 1, 0.3]]
    case .full: [[1.3, 1, 1.3, 1], [1.0, 1, 0.6, 1]]
    }
  }
}
