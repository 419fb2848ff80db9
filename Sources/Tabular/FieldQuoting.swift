/// Writes single fields of a delimited text.
public enum FieldQuoting {
  /// `text`, quoted where it holds a delimiter, a quote or a line end.
  ///
  /// Works on scalars: a quote with a combining mark behind it is one character, but still a quote to every reader.
  public static func quoted(
    _ text: String, delimiter: Unicode.Scalar = ",", quote: Unicode.Scalar = "\""
  ) -> String {
    let needsQuotes = text.unicodeScalars.contains { $0 == delimiter || $0 == quote || $0 == "\n" || $0 == "\r" }
    return needsQuotes ? enclosed(text, quote) : text
  }

  /// `text` in quotes.
  public static func enclosed(_ text: String, _ quote: Unicode.Scalar) -> String {
    var scalars = String.UnicodeScalarView([quote])
    for scalar in text.unicodeScalars {
      if scalar == quote { scalars.append(scalar) }
      scalars.append(scalar)
    }
    scalars.append(quote)
    return String(scalars)
  }
}
