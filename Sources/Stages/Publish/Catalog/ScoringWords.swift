import Domain

/// How the rules of the index read.
struct ScoringWords {
  private let rules: ShortageRules
  private let report: ShortageReport

  init(_ rules: ShortageRules, _ report: ShortageReport) {
    self.rules = rules
    self.report = report
  }

  /// The limits between 0, 1, 2 and 3 points: 「0.85 / 1.20 / 1.76」.
  func cuts(_ indicator: ShortageIndicator) -> String {
    let values = indicator == .ratio ? report.base.quartiles : rules.cuts[indicator]?.values ?? []
    let sign = values.count > 1 && values[0] > values[1] ? "<" : "≥"
    return "\(sign) \(values.map { CatalogWording.plain($0) }.joined(separator: " / "))"
  }

  func weight(_ indicator: ShortageIndicator) -> String { CatalogWording.plain(rules.weights[indicator]) }

  /// 「分界 ≥ 0.85 / 1.20 / 1.76，权重 2.0」
  func about(_ indicator: ShortageIndicator) -> String {
    let unit = indicator.unit.isEmpty ? "" : "（\(indicator.unit)）"
    return "得 1、2、3 分的分界\(unit)：\(cuts(indicator))；权重 \(weight(indicator))。\(ScoringWords.meaning(indicator))"
  }

  /// Where the quartiles come from, and the levels.
  var baseSentence: String {
    let levels = ShortageLevel.allCases.filter { $0 != .none }.reversed().compactMap { level in
      rules.levels[level].map { "\(level.name) ≥ \(CatalogWording.plain($0))" }
    }
    let stars =
      "重度 4 星（≥ \(CatalogWording.plain(rules.fiveStars)) 为 5 星），中度 2 星（≥ \(CatalogWording.plain(rules.threeStars)) 为 3 星），"
      + "轻度 1 星；专家调整的取该级最低的星级。数量型：倍率高、求职者少；能力型：应聘者够而合适的少；供给型：难招满、应届毕业生少；动态型：需求比上年大增。"
    return "求人倍率的分界是 \(report.base.year) 年 \(report.base.units) 个职业的四分位数，固定不变（\(report.base.note)）。"
      + "平均分：\(levels.joined(separator: "，"))。窗口内新增招聘不足 \(rules.floor.openings) 人或用人单位不足 "
      + "\(rules.floor.employers) 家的不评估；六项中至少要有 \(rules.leastIndicators) 项，其中必须有求人倍率。" + stars
  }

  private static func meaning(_ indicator: ShortageIndicator) -> String {
    switch indicator {
    case .ratio: "窗口四个季度的有效需求人数除以有效求职人数，没有写明意向职业的求职者按需求分摊；不高于 1 时至多 1 分。"
    case .fillRate: "关闭岗位的招聘人数中招到的比例，越低越缺。"
    case .duration: "岗位从发布到招满的天数（Kaplan-Meier 中位数）与全市之比。"
    case .applicants: "合适的应聘人数除以招聘人数，越少越缺。"
    case .payGrowth: "招聘薪酬中位数比上一窗口的涨幅，减去全市的涨幅。"
    case .persistence: "最近八个季度中求人倍率大于 1 的季数。"
    }
  }
}
