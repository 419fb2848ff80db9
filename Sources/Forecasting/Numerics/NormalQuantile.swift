import Foundation

/// The standard normal distribution.
public enum NormalQuantile {
  /// The value below which a share `p` lies (0 < p < 1), to about 1e-15: Acklam's rational approximation and one step
  /// of Halley.
  public static func value(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p <= 0 ? -.infinity : .infinity }
    let rough = p < 0.5 ? -tail(p) : tail(1 - p)
    let error = cumulative(rough) - p
    let step = error * (2 * Double.pi).squareRoot() * exp(rough * rough / 2)
    return rough - step / (1 + rough * step / 2)
  }

  /// The share below `x`.
  public static func cumulative(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  /// Abramowitz and Stegun 26.2.23 for the upper tail; the error of 4.5e-4 goes in the step of Halley.
  private static func tail(_ p: Double) -> Double {
    let t = (-2 * log(p)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    return t - above / below
  }
}
