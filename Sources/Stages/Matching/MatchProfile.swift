import Domain

/// What a posting asks for, or what a seeker has. Nothing else of a person is ever compared.
///
/// Levels of a posting are -1 where it is not known whether anything is asked for, 0 where nothing is, above that the least
/// that is asked for. Those of a seeker are 0 where there is none or it is unknown, years -1 where they are unknown.
struct MatchProfile: Sendable {
  let occupation: MatchOccupation
  let education: Int32
  let title: Int32
  let skill: Int32
  /// Years.
  let experience: Int32
  /// Code number; 0 unknown.
  let region: Int32
  let pay: MatchPay
}

/// A range of pay, CNY a month; one that is unknown or 面议 is empty and overlaps none.
struct MatchPay: Sendable {
  private let low: Int32
  private let high: Int32

  /// - Parameters:
  ///   - low: nil where only an upper limit is stated.
  ///   - high: nil where only a lower limit is stated.
  ///   - isStated: false for 面议, and where nothing is said.
  init(low: Int?, high: Int?, isStated: Bool) {
    let isKnown = isStated && (low != nil || high != nil)
    self.low = isKnown ? Int32(clamping: low ?? 0) : 1
    self.high = isKnown ? Int32(clamping: high ?? Int(Int32.max)) : 0
  }

  func overlaps(_ other: MatchPay) -> Bool { max(low, other.low) <= min(high, other.high) }
}

/// How high an education is, to be compared with what is asked for.
enum MatchEducation {
  /// By the first digit of GB/T 4658; 职业 and 普通高中 are one level, 其他 is none.
  private static let levels: [Character: Int32] = ["1": 6, "2": 5, "3": 4, "4": 3, "6": 3, "7": 2, "8": 1]
  /// What was surely reached by who left before the end: 研究生肄业 has a bachelor's degree, 本科、大专肄业 went to a 高中.
  private static let left: [Character: Int32] = ["1": 5, "2": 3, "3": 3, "4": 2, "6": 2, "7": 1]
  private static let doctor: Int32 = 7

  /// From 1 (primary school) to 7 (doctor); 0 where the code says nothing of a level.
  static func level(_ entry: CodeList.Entry) -> Int32 {
    guard let digit = entry.code.first else { return 0 }
    if entry.name.hasSuffix("肄业") { return left[digit] ?? 0 }
    return entry.name.hasPrefix("博士") ? doctor : levels[digit] ?? 0
  }
}
