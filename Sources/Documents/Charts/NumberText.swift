/// Numbers as text, the same on every machine and in every locale.
public enum NumberText {
  /// `value` with exactly `decimals` decimals (half away from zero), `-` before a negative number, and `separator`
  /// between the thousands. Zero never has a sign. Values must be finite and below 1e15.
  public static func fixed(_ value: Double, decimals: Int, separator: String = "") -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    // The nudge lets 1.005, stored a little below, round as it reads.
    let scaled = Int(abs(value) * Double(scale) + 0.5 + 1e-9)
    let whole = grouped(String(scaled / scale), separator)
    let fraction = String(scaled % scale)
    let padding = String(repeating: "0", count: max(0, decimals - fraction.count))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return decimals == 0 ? sign + whole : "\(sign)\(whole).\(padding)\(fraction)"
  }

  private static func grouped(_ digits: String, _ separator: String) -> String {
    guard !separator.isEmpty else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }
}
