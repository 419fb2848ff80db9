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
    case .suppressed, .tooFew: cell.csv
    }
  }

  /// A cell as its table has it.
  static func text(csv: String) -> String {
    if csv == Cell.unavailable.csv { return unavailable }
    guard let value = Double(csv) else { return csv }
    return number(value, csv.split(separator: ".").dropFirst().first?.count ?? 0)
  }

  /// A change has its sign, + or − (U+2212); zero has none.
  static func number(_ value: Double, _ decimals: Int, _ isSigned: Bool = false) -> String {
    let digits = NumberText.fixed(value, decimals: decimals, separator: ",")
    if digits.hasPrefix("-") { return "−" + digits.dropFirst() }
    let isZero = digits.allSatisfy { "0.".contains($0) }
    return isSigned && !isZero ? "+" + digits : digits
  }
}
