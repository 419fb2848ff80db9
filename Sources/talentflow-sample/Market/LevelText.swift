/// Levels as words.
enum LevelText {
  static func title(_ level: String, none: String) -> String {
    ["T1": "初级", "T2": "中级", "T3": "高级"][level] ?? none
  }

  static func skill(_ level: String, none: String) -> String {
    ["S5": "初级工", "S4": "中级工", "S3": "高级工", "S2": "技师", "S1": "高级技师"][level] ?? none
  }
}
