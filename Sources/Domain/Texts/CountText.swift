/// Reads how many people are wanted.
public enum CountText {
  private static let vague: Set<String> = ["若干", "若干人", "若干名", "不限", "人数不限", "招若干人", "数名", "多名"]

  /// `3`, `3人`, `招5人`, `招聘3名`; 若干 and 不限 are 1, `3-5人` is 3, `10人以上` 10, told as approximate. Nil for anything
  /// else.
  public static func parse(_ text: String) -> (value: Int, isApproximate: Bool)? {
    let folded = TextFold.fold(text)
    if vague.contains(folded) { return (1, true) }
    var scanner = NumberScanner(folded)
    _ = scanner.word(of: ["招聘", "招收", "招"])
    guard let number = scanner.number(), number == number.rounded(), number < 1e9 else { return nil }
    _ = scanner.word(of: ["人", "名", "个"])
    if scanner.isAtEnd { return (Int(number), false) }
    if scanner.word(of: ["-", "至", "到"]) != nil {
      guard let most = scanner.number(), most >= number else { return nil }
      _ = scanner.word(of: ["人", "名", "个"])
    } else if scanner.word(of: ["及以上", "以上", "左右", "余", "+"]) == nil {
      return nil
    }
    _ = scanner.word(of: ["人", "名", "个"])
    return scanner.isAtEnd ? (Int(number), true) : nil
  }
}
