import Foundation

/// Cells that hold several values.
public enum ListText {
  /// The values of `甲；乙`, without blanks around them, each once.
  public static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    for part in text.split(whereSeparator: { ";；、|/".contains($0) }) {
      let trimmed = part.trimmingCharacters(in: .whitespaces)
      if !trimmed.isEmpty, !parts.contains(trimmed) { parts.append(trimmed) }
    }
    return parts
  }

  /// A JSON array of texts, always of the same bytes.
  public static func json(_ texts: [String]) -> String {
    "[" + texts.map { "\"\(escaped($0))\"" }.joined(separator: ",") + "]"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      // Control characters cannot stand in JSON, and no value has any.
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
