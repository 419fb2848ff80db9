/// Age limits as a posting words them.
enum AgeText {
  static func make(_ ages: (low: Int, high: Int)) -> String {
    if ages.high == 0 { return "不限" }
    return ages.low == 0 ? "\(ages.high)岁以下" : "\(ages.low)-\(ages.high)岁"
  }
}
