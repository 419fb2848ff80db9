/// Writes single fields of a delimited text.
public enum FieldQuoting {
  /// `text`, quoted where it holds a delimiter, a quote or a line end.
  public static func quoted(_ text: String, delimiter: Character = ",") -> String {
    guard text.contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
