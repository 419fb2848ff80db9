import Foundation

/// The standard normal distribution.
public enum NormalQuantile {
  /// The value below which a share `p` lies (0 < p < 1), to about 1e-15: a rational approximation and two steps of
  /// Halley.
  public static func value(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p <= 0 ? -.infinity : .infinity }
    var x = p < 0.5 ? -tail(p) : tail(1 - p)
    for _ in 0..<2 {
      let step = (cumulative(x) - p) * (2 * Double.pi).squareRoot() * exp(x * x / 2)
      x -= step / (1 + x * step / 2)
    }
    return x
  }

  /// The share below `x`.
  public static func cumulative(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  /// Abramowitz and Stegun 26.2.23 for the upper tail; the steps of Halley take its error of 4.5e-4 away.
  private static func tail(_ p: Double) -> Double {
    let t = (-2 * log(p)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    return t - above / below
  }
}
