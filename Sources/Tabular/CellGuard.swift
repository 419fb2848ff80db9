/// Keeps texts from outside from being taken for formulas by Excel and WPS: as OWASP advises, an apostrophe stands before
/// every cell that would begin one. Numbers stay numbers, and `plain` gives the text back.
public enum CellGuard {
  /// What begins a formula, also as full-width signs, which WPS takes for the others.
  private static let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
  /// What programs pass over at the start of a cell: blanks, quotes, and marks that are not seen.
  private static let passed: Set<Unicode.Scalar> = [
    " ", "'", "\"", "\u{A0}", "\u{3000}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}",
    "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{FEFF}", "＇", "＂", "‘", "’", "“", "”",
  ]

  /// `text` with an apostrophe before it where it would be a formula.
  public static func inert(_ text: String) -> String { isFormula(text.unicodeScalars[...]) ? "'" + text : text }

  /// What `inert` made `text` of.
  public static func plain(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    let rest = text.unicodeScalars.dropFirst()
    return isFormula(rest) ? String(rest) : text
  }

  private static func isFormula(_ text: Substring.UnicodeScalarView) -> Bool {
    let rest = text.drop(while: passed.contains)
    guard let first = rest.first, starters.contains(first) else { return false }
    // A hyphen alone is what people write where there is nothing.
    return !isNumber(rest) && !rest.elementsEqual("-".unicodeScalars)
  }

  /// `-3.5`, `+2.10`, `-1.2e-05`.
  private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    let number = String(text)
    return number.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) } && Double(number) != nil
  }
}
