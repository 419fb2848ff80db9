/// Numbers in Chinese characters: 四千, 一万二, 三千五.
enum ChineseNumber {
  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]

  /// A text with each number in characters as one in digits; one of a single character stays as it is.
  static func replaced(_ text: String) -> String {
    guard text.contains(where: { digits[$0] != nil }) else { return text }
    var result = ""
    var run: [Character] = []
    for character in Array(text) + ["\n"] {
      // 1.5万 and 8千 are digits with a unit behind them.
      let isPart = digits[character] != nil || units[character] != nil && !run.isEmpty
      if isPart {
        run.append(character)
      } else {
        result += value(run).map(String.init) ?? String(run)
        run = []
        result.append(character)
      }
    }
    return String(result.dropLast())
  }

  /// Nil where the characters are no number.
  private static func value(_ run: [Character]) -> Int? {
    guard run.count > 1 else { return nil }
    var (total, section, digit, unit) = (0, 0, nil as Int?, 1)
    for character in run {
      if let own = digits[character] {
        guard digit == nil || digit == 0 else { return nil }
        digit = own
        if own == 0 { unit = 1 }
      } else if let own = units[character] {
        if own == 10_000 {
          guard total == 0 else { return nil }
          total = (section + (digit ?? 0)) * own
          section = 0
        } else {
          section += (digit ?? 1) * own
        }
        (digit, unit) = (nil, own)
      }
    }
    // 一万二 is 12,000, 三千五 3,500.
    return total + section + (digit ?? 0) * (unit > 10 ? unit / 10 : 1)
  }
}
