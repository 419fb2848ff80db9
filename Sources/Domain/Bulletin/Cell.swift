import Foundation

/// One published cell: a number with the decimals it is printed with, a text, or a marker that says why there is none.
public enum Cell: Hashable, Sendable {
  /// Printed with exactly `decimals` decimals; already rounded (see `Rounding`).
  case number(Double, decimals: Int)
  case text(String)
  /// `[x]`: could not be computed, for example no earlier period.
  case unavailable
  /// `[z]`: has no meaning in this place; printed "/" in the classic form.
  case notApplicable
  /// `[c]`: hidden, since it would tell of single persons or employers, or of cells that do.
  case suppressed
  /// `[low]`: rests on too few rows or contributors to mean anything.
  case tooFew

  /// The number, where there is one.
  public var value: Double? {
    if case .number(let value, _) = self { value } else { nil }
  }

  /// As it stands in a CSV: plain digits with a point, or the marker.
  public var csv: String {
    switch self {
    case .number(let value, let decimals): Cell.fixed(value, decimals)
    case .text(let text): text
    case .unavailable: "[x]"
    case .notApplicable: "[z]"
    case .suppressed: "[c]"
    case .tooFew: "[low]"
    }
  }

  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    // -0.00 is 0.00 to a reader.
    return text.allSatisfy { "-0.".contains($0) } && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }
}
