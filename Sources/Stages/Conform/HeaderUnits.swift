import Domain

/// Rows below a header that say in what its columns are.
enum HeaderUnits {
  private static let words: Set<String> = [
    "人", "名", "个", "元", "千元", "万元", "元/月", "元/年", "元/天", "元/日", "元/小时", "万元/年", "岁", "年", "月", "日", "天", "周岁", "%",
    "家", "户", "份", "次", "人次", "平方米", "yyyy-mm-dd", "yyyymmdd", "yyyy/mm/dd", "年月日",
  ]

  static func areAll(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return !filled.isEmpty
      && filled.allSatisfy { cell in
        var text = TextFold.fold(cell)
        if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
        if text.hasPrefix("单位:") { text = String(text.dropFirst(3)) }
        return words.contains(text)
      }
  }
}
