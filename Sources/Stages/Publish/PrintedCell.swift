import Documents
import Domain

/// A cell as the page prints it.
struct PrintedCell {
  static let unavailable = "…"
  static let notApplicable = "/"

  let text: String
  let isNumber: Bool

  init(_ cell: Cell, isSigned: Bool = false) {
    isNumber = if case .text = cell { false } else { true }
    text =
      switch cell {
      case .number(let value, let decimals): PrintedCell.number(value, decimals, isSigned)
      case .text(let text): text
      case .unavailable: PrintedCell.unavailable
      case .notApplicable: PrintedCell.notApplicable
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
