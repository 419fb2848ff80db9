import Foundation

/// The optimised theta model: simple exponential smoothing of a line of changed curvature, plus a line. The dynamic
/// form draws that line through the observations so far, the other through all.
///
/// The objective is O(n) an evaluation, and for a given alpha the errors are linear in the initial level and in
/// 1 - 1/theta, so that only alpha is searched for.
///
/// Source: Fiorucci, Pellegrini, Louzada, Petropoulos, Koehler (2016), Models for optimising the theta method.
public struct DynamicTheta: Sendable {
  /// Initial level.
  public let level: Double
  public let alpha: Double
  /// At least 1; 1 is simple exponential smoothing.
  public let theta: Double
  /// Sum of squared errors from the fourth on, over the mean absolute value.
  public let objective: Double
  /// One-step errors.
  public let residuals: [Double]
  /// `horizon` points.
  public let points: [Double]

  /// The model with given parameters.
  ///
  /// - Parameter y: at least one value.
  public init(_ y: [Double], level: Double, alpha: Double, theta: Double, isDynamic: Bool = true, horizon: Int) {
    self.init(
      ThetaLine(y, isDynamic: isDynamic), y, level: level, alpha: alpha, share: 1 - 1 / theta, horizon: horizon)
  }

  /// The dynamic model with the parameters of least squared error, alpha within 0.1 and 0.99.
  ///
  /// - Parameter y: at least four values; shorter series keep alpha 0.5, theta 2.
  public static func fitted(_ y: [Double], horizon: Int) -> DynamicTheta {
    let line = ThetaLine(y, isDynamic: true)
    guard y.count > 3 else {
      return DynamicTheta(line, y, level: (y.first ?? 0) / 2, alpha: 0.5, share: 0.5, horizon: horizon)
    }
    func best(_ alpha: Double) -> (objective: Double, level: Double, share: Double) {
      let (level, share) = DynamicTheta.linear(line, y, alpha)
      return (DynamicTheta.squares(line, y, level: level, alpha: alpha, share: share), level, share)
    }
    let alpha = UnitSearch.minimum(from: 0.1, to: 0.99, points: 13, tolerance: 1e-5) { best($0).objective }
    let found = best(alpha)
    return DynamicTheta(line, y, level: found.level, alpha: alpha, share: found.share, horizon: horizon)
  }

  private init(_ line: ThetaLine, _ y: [Double], level: Double, alpha: Double, share: Double, horizon: Int) {
    self.level = level
    self.alpha = alpha
    theta = 1 / (1 - share)
    var smoothed = level
    var decay = 1.0
    var residuals: [Double] = []
    residuals.reserveCapacity(y.count)
    for (t, value) in y.enumerated() {
      let fitted = t == 0 && line.isDynamic ? value : smoothed + share * line.share(t, alpha, decay)
      residuals.append(value - fitted)
      smoothed = alpha * value + (1 - alpha) * smoothed
      decay *= 1 - alpha
    }
    self.residuals = residuals
    let size = y.reduce(0) { $0 + abs($1) } / Double(max(y.count, 1))
    objective = residuals.dropFirst(3).reduce(0) { $0 + $1 * $1 } / max(size, 1e-10)
    var tail = ThetaTail(y, line)
    var points: [Double] = []
    for step in 0..<horizon {
      let i = y.count + step
      let value = smoothed + share * (tail.intercept * decay + tail.slope * (1 - decay * (1 - alpha)) / alpha)
      points.append(value)
      smoothed = alpha * value + (1 - alpha) * smoothed
      decay *= 1 - alpha
      tail.extend(value, index: i)
    }
    self.points = points
  }

  /// Initial level and 1 - 1/theta (between 0 and 1) of least squares, given alpha.
  private static func linear(_ line: ThetaLine, _ y: [Double], _ alpha: Double) -> (Double, Double) {
    var smoothed = 0.0
    var decay = 1.0
    var (aa, ab, bb, ar, br) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for t in y.indices {
      if t >= 3 {
        let share = line.share(t, alpha, decay)
        let rest = y[t] - smoothed
        aa += decay * decay
        ab += decay * share
        bb += share * share
        ar += decay * rest
        br += share * rest
      }
      smoothed = alpha * y[t] + (1 - alpha) * smoothed
      decay *= 1 - alpha
    }
    let determinant = aa * bb - ab * ab
    var share = determinant > 1e-12 * aa * bb ? (aa * br - ab * ar) / determinant : 0
    share = min(max(share, 0), 1 - 1e-10)
    return (aa > 0 ? (ar - share * ab) / aa : 0, share)
  }

  private static func squares(
    _ line: ThetaLine, _ y: [Double], level: Double, alpha: Double, share: Double
  ) -> Double {
    var smoothed = level
    var decay = 1.0
    var sum = 0.0
    for t in y.indices {
      if t >= 3 {
        let error = y[t] - smoothed - share * line.share(t, alpha, decay)
        sum += error * error
      }
      smoothed = alpha * y[t] + (1 - alpha) * smoothed
      decay *= 1 - alpha
    }
    return sum
  }
}
