import Documents
import Domain

/// Cells as the page prints them.
enum PrintedCell {
  private static let unavailable = "…"
  static let notApplicable = "/"

  static func text(_ cell: Cell, isSigned: Bool = false) -> String {
    switch cell {
    case .number(let value, let decimals): number(value, decimals, isSigned)
    case .text(let text): text
    case .unavailable: unavailable
    case .notApplicable: notApplicable
    case .suppressed: cell.csv
    }
  }

  /// A change has its sign, + or − (U+2212); zero has none.
  static func number(_ value: Double, _ decimals: Int, _ isSigned: Bool = false) -> String {
    let digits = NumberText.fixed(value, decimals: decimals, separator: ",")
    if digits.hasPrefix("-") { return "−" + digits.dropFirst() }
    let isZero = digits.allSatisfy { "0.".contains($0) }
    return isSigned && !isZero ? "+" + digits : digits
  }
}
