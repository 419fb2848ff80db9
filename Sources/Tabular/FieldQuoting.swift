/// Writes single fields of a delimited text.
public enum FieldQuoting {
  /// `text`, quoted where it holds a delimiter, a quote or a line end.
  ///
  /// Works on scalars: a quote with a combining mark behind it is one character, but still a quote to every reader.
  public static func quoted(_ text: String, delimiter: Unicode.Scalar = ",") -> String {
    let needsQuotes = text.unicodeScalars.contains { [delimiter, "\"", "\n", "\r"].contains($0) }
    guard needsQuotes else { return text }
    var scalars = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { scalars.append(scalar) }
      scalars.append(scalar)
    }
    scalars.append("\"")
    return String(scalars)
  }
}
