import Foundation

/// Rounding at presentation: once, half away from zero.
public enum Rounding {
  /// Rounds half away from zero. A ratio such as 201/200 has no exact binary form (1.005 is stored a little below),
  /// so 1e-9 units of the last place are added to the magnitude before rounding.
  public static func round(_ value: Double, decimals: Int = 2) -> Double {
    let scale = pow(10, Double(decimals))
    let magnitude = (abs(value) * scale + 0.5 + 1e-9).rounded(.down) / scale
    return value < 0 ? -magnitude : magnitude
  }
}
