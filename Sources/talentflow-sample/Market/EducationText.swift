/// Education as words.
enum EducationText {
  private static let words: [String: [String]] = [
    "10": ["硕士"], "20": ["本科", "大学本科"], "30": ["大专"], "40": ["中专", "职高", "技校"], "60": ["高中"], "70": ["初中"],
    "80": ["小学"],
  ]

  /// What somebody has.
  static func held(_ code: String, _ random: inout SampleRandom) -> String {
    if code == "10", random.chance(0.1) { return "博士" }
    return words[code].map { random.pick($0) } ?? ""
  }

  /// What a posting asks for.
  static func wanted(_ code: String, _ random: inout SampleRandom) -> String {
    if code.isEmpty { return "不限" }
    return held(code, &random) + random.pick(["", "及以上", "以上"])
  }
}
