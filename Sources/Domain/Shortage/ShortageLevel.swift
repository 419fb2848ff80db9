/// 紧缺程度.
public enum ShortageLevel: Int, Sendable, Comparable, CaseIterable {
  /// Below the lowest level: not listed.
  case none = 0
  /// 轻度紧缺/观察: needs an expert's word.
  case light = 1
  /// 中度紧缺.
  case medium = 2
  /// 重度紧缺.
  case heavy = 3

  public static func < (left: ShortageLevel, right: ShortageLevel) -> Bool { left.rawValue < right.rawValue }

  /// `heavy`, as tables and rules name it.
  public var id: String { "\(self)" }

  public init?(id: String) {
    guard let level = ShortageLevel.allCases.first(where: { $0.id == id }) else { return nil }
    self = level
  }
}

/// 紧缺类型: why an occupation is short. An occupation may be of several types, or of none.
public enum ShortageType: String, Sendable, CaseIterable {
  /// 数量型: ratio high, few seekers.
  case quantity
  /// 能力型: enough applicants, few of them suitable.
  case skill
  /// 供给型: low fill rate, hardly any fresh graduates among the seekers.
  case supply
  /// 动态型: demand has grown fast on the year.
  case dynamic
}
