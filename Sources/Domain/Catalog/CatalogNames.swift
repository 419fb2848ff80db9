/// Names of levels, which experts write in their answers too: those of the 成渝 catalog.
extension ShortageLevel {
  /// 「重度紧缺」; 「未列入」 for none.
  public var name: String {
    switch self {
    case .none: "未列入"
    case .light: "轻度紧缺"
    case .medium: "中度紧缺"
    case .heavy: "重度紧缺"
    }
  }

  /// Reads 「重度紧缺」, also 「重度」; nil for anything else, and for 「未列入」.
  public init?(name: String) {
    let folded = TextFold.fold(name)
    let listed = ShortageLevel.allCases.filter { $0 != .none }
    guard let level = listed.first(where: { folded == $0.name || folded == $0.name.prefix(2) }) else { return nil }
    self = level
  }
}

extension ShortageScore {
  /// The name of the computed level; 「X」 where there is none.
  public var levelName: String { isUnassessed ? "X" : level.name }
}

extension ShortageIndicator {
  /// False for a number without unit.
  public var hasUnit: Bool { self != .ratio && self != .duration }

  /// Decimals that its values are printed with.
  public var decimals: Int { self == .persistence ? 0 : self == .fillRate || self == .payGrowth ? 1 : 2 }
}
