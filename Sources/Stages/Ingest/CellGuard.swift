/// Keeps texts from outside from being taken for formulas by Excel and WPS.
public enum CellGuard {
  /// `text` with an apostrophe before it where its first character would start a formula.
  public static func inert(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) else { return text }
    return "'" + text
  }
}
