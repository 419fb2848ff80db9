/// Reads the years of experience asked for.
public enum ExperienceText {
  private static let beginners: Set<String> = [
    "在校生/应届生", "应届生", "应届毕业生", "在校生", "无经验", "无需经验", "无工作经验", "无经验要求", "应届",
  ]

  /// The least number of years: `3-4年经验` 3, `经验3-5年` 3, `1年以上` 1, `无需经验` 0; nil where it cannot be read.
  public static func parse(_ text: String) -> Int? {
    let folded = TextFold.fold(text)
    if beginners.contains(folded) { return 0 }
    var scanner = NumberScanner(folded)
    _ = scanner.word(of: ["工作经验", "经验", "工作"])
    guard let years = scanner.number(), years <= 60 else { return nil }
    _ = scanner.word(of: ["年"])
    if scanner.word(of: ["-", "至", "到"]) != nil {
      guard let upper = scanner.number(), upper >= years else { return nil }
      _ = scanner.word(of: ["年"])
    }
    if scanner.word(of: ["及以下", "以下", "以内"]) != nil { return scanner.isAtEnd ? 0 : nil }
    _ = scanner.word(of: ["及以上", "以上"])
    _ = scanner.word(of: ["工作经验", "工作经历", "经验"])
    return scanner.isAtEnd ? Int(years) : nil
  }
}
