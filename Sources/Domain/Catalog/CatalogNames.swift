/// The words of the catalog for closed sets: the level names are those of the 成渝 catalog.
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

extension ShortageType {
  /// 「数量型」
  public var name: String {
    switch self {
    case .quantity: "数量型"
    case .skill: "能力型"
    case .supply: "供给型"
    case .dynamic: "动态型"
    }
  }
}

extension JobCategory {
  /// 「专业技术」
  public var name: String {
    switch self {
    case .management: "管理"
    case .professional: "专业技术"
    case .marketing: "市场营销"
    case .skilled: "高技能"
    }
  }
}

extension ShortageIndicator {
  /// 「求人倍率」
  public var name: String {
    switch self {
    case .ratio: "求人倍率"
    case .fillRate: "满足率"
    case .duration: "空缺时长（与全市之比）"
    case .applicants: "每岗合适应聘人数"
    case .payGrowth: "薪酬涨幅（高出全市）"
    case .persistence: "近八季供不应求季数"
    }
  }

  /// 「%」; empty for a number without unit.
  public var unit: String {
    switch self {
    case .ratio, .duration: ""
    case .fillRate: "%"
    case .applicants: "人"
    case .payGrowth: "个百分点"
    case .persistence: "季"
    }
  }

  /// Decimals that its values are printed with.
  public var decimals: Int { self == .persistence ? 0 : self == .fillRate || self == .payGrowth ? 1 : 2 }
}
