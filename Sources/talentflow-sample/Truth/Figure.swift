import Foundation

/// Texts of the true figures.
enum Figure {
  /// Could not be computed.
  static let unavailable = "[x]"
  /// Has no meaning in this place.
  static let notApplicable = "[z]"

  /// Rounds half away from zero to two decimals; the nudge lifts 1.005, which is stored a little too low.
  static func rounded(_ value: Double) -> Double {
    let magnitude = (abs(value) * 100 + 0.5 + 1e-9).rounded(.down) / 100
    return value < 0 ? -magnitude : magnitude
  }

  /// With two decimals.
  static func two(_ value: Double) -> String {
    let text = String(format: "%.2f", rounded(value))
    return text == "-0.00" ? "0.00" : text
  }

  static func two(_ value: Double?) -> String { value.map { two($0) } ?? unavailable }

  /// Rounded half away from zero to a whole number.
  static func whole(_ value: Double) -> String { "\(Int((value + 0.5 + 1e-9).rounded(.down)))" }

  /// `part` in percent of `base`.
  static func share(_ part: Double, of base: Double) -> Double? { base == 0 ? nil : part / base * 100 }

  static func difference(_ now: Double?, _ before: Double?) -> Double? {
    guard let now, let before else { return nil }
    return now - before
  }
}
