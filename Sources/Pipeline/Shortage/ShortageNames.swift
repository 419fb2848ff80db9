import Domain

/// What the values of the index are called when an analyst is told of them.
enum ShortageNames {
  static func indicator(_ indicator: ShortageIndicator) -> String {
    switch indicator {
    case .ratio: "求人倍率 (F3)"
    case .fillRate: "满足率 (F8), %"
    case .duration: "空缺时长 (F10) ÷ 全市"
    case .applicants: "每岗合适应聘人数 (F9)"
    case .payGrowth: "薪酬增幅 (F13) - 全市, 百分点"
    case .persistence: "近八季需求大于求职的季度数"
    }
  }

  /// `I2 权重 +50 %`
  static func variation(_ variation: ShortageSensitivity.Variation) -> String {
    let percent = Int(Rounding.round(variation.factor * 100, decimals: 0))
    let what = variation.change == .weight ? "权重" : "分界"
    return "\(variation.indicator.rawValue) \(what) \(percent > 0 ? "+" : "-")\(abs(percent)) %"
  }
}
