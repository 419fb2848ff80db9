/// Keeps what comes from an export from harming a message: personal numbers, control characters, length.
public enum Redaction {
  /// `text` with the numbers of persons in it masked, and otherwise as it is: names of files, places of errors, lines.
  public static func masked(_ text: String) -> String {
    var scanner = PersonalDataScanner(latest: Day(ordinal: Int.max))
    return scanner.masked(text)
  }

  /// `text` on one line, at most `limit` characters, with personal numbers and any runs of 15 or more digits masked.
  public static func shown(_ text: String, limit: Int) -> String {
    var result = ""
    var digits = ""
    func flush() {
      result += digits.count >= 15 ? ResidentID.masked(digits) : digits
      digits = ""
    }
    for scalar in masked(String(text.unicodeScalars.prefix(limit * 2))).unicodeScalars {
      if (0x30...0x39).contains(scalar.value) || (digits.count >= 15 && (scalar == "X" || scalar == "x")) {
        digits.unicodeScalars.append(scalar)
      } else {
        flush()
        result.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
      }
    }
    flush()
    return result.count > limit ? String(result.prefix(limit)) + "…" : result
  }
}
