/// Reads an age requirement.
public enum AgeText {
  /// Ages that a posting may ask for.
  static let range = 16.0...70.0

  /// `18-45岁`, `35岁以下`, `18周岁以上`, `30`; nil where it cannot be read or lies outside 16...70.
  public static func parse(_ text: String) -> (low: Int?, high: Int?)? {
    var scanner = NumberScanner(TextFold.fold(text))
    _ = scanner.word(of: ["年龄"])
    guard let first = age(&scanner) else { return nil }
    if scanner.word(of: ["-", "至", "到"]) != nil {
      guard let second = age(&scanner), first <= second else { return nil }
      _ = scanner.word(of: ["之间"])
      return scanner.isAtEnd ? (first, second) : nil
    }
    let bound = scanner.word(of: ["及以上", "(含)以上", "以上", "及以下", "(含)以下", "以下", "以内"])
    guard scanner.isAtEnd else { return nil }
    guard let bound else { return (first, first) }
    return bound.hasSuffix("上") ? (first, nil) : (nil, first)
  }

  private static func age(_ scanner: inout NumberScanner) -> Int? {
    guard let value = scanner.number(), range.contains(value), value == value.rounded() else { return nil }
    _ = scanner.word(of: ["周岁", "岁"])
    return Int(value)
  }
}
