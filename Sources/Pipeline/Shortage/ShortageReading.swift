import Domain
import Stages

/// The index of one unit, number by number.
struct ShortageReading {
  let record: ShortageRecord
  let rules: ShortageRules
  let entry: CodeList.Entry
  let scoring: ShortageScoring
  let texts: Texts

  private var figures: ShortageFigures { record.figures }
  private var isOccupation: Bool { CodeNumber.occupationLevel(entry.code) >= 3 }

  func lines() -> [String] {
    let score = scoring.score(figures, isOccupation: isOccupation)
    return head() + table(score) + [""] + (score.mean.map { outcome(score, $0) } ?? refusal(score)) + remark(score)
  }

  private func head() -> [String] {
    let first = record.period.advanced(by: -3)
    let rest = CodeNumber.occupationLevel(entry.code) == 3 ? " (小类的其余部分)" : ""
    let floor = rules.floor
    let base = record.base
    return [
      "紧缺指数 \(entry.code) \(entry.name)\(rest), \(first) 至 \(record.period)",
      "  \(record.vintage.map { "数据批次 \($0)" } ?? "尚未存入仓库, 现算"); 基期 \(base.year) 年, \(base.units) 个职业 (\(base.note))",
      "  有效需求 \(figures.demand) 人, 求职 \(figures.seekers) 人; 新增招聘 \(figures.openings) 人, 单位 \(figures.employers) 家"
        + " (下限 \(floor.openings) 人、\(floor.employers) 家: \(scoring.isAboveFloor(figures) ? "达到" : "未达到"))", "",
    ]
  }

  private func table(_ score: ShortageScore) -> [String] {
    ShortageIndicator.allCases.flatMap { indicator -> [String] in
      let cuts = (scoring.cuts[indicator]?.values ?? []).map { number($0, 2) }.joined(separator: " / ")
      let weight = number(scoring.weights[indicator] ?? 0, 2)
      let title = "\(indicator.rawValue) \(ShortageNames.indicator(indicator))"
      guard let value = figures.values[indicator], let points = score.points[indicator] else {
        return ["\(title): 无法计算", "     \(missing(indicator))"]
      }
      return [
        "\(title) = \(number(value, 2)): \(points) 分, 权重 \(weight)",
        "     分界 \(cuts)\(indicator == .ratio ? " (基期四分位数)" : ""); \(origin(indicator))",
      ]
    }
  }

  /// The numbers behind a value.
  private func origin(_ indicator: ShortageIndicator) -> String {
    switch indicator {
    case .ratio:
      let isCapped = (figures.values[.ratio] ?? 0) <= rules.ratioCap
      return "需求 \(figures.demand) 人, 求职 \(figures.seekers) 人加分摊的无意向者"
        + (isCapped ? "; 不大于 \(number(rules.ratioCap, 2)), 最多 1 分" : "")
    case .fillRate: return "关闭岗位招聘 \(figures.closed) 人, 已招 \(figures.filled) 人"
    case .duration:
      let city = record.cityDuration.map { "全市 \($0) 天" } ?? ""
      if let days = figures.durationDays { return "中位数 \(days) 天, \(city)" }
      return "招满的不到一半, 中位数大于观察到的 \(figures.durationAtLeast ?? 0) 天, \(city)"
    case .applicants:
      return figures.applicantsPerOpening.map { "每岗应聘 \(number($0, 2)) 人" } ?? "没有报送应聘人数"
    case .payGrowth:
      let (now, before) = (figures.payMedian ?? 0, figures.payMedianBefore ?? 0)
      return "中位数由 \(number(before, 0)) 元到 \(number(now, 0)) 元, 全市增 \(number(record.cityPayGrowth ?? 0, 2)) %"
    case .persistence: return "共八个季度"
    }
  }

  /// Why a value is not at hand.
  private func missing(_ indicator: ShortageIndicator) -> String {
    switch indicator {
    case .ratio: "没有求职者"
    case .fillRate: "窗口内没有关闭的岗位"
    case .duration:
      record.cityDuration == nil ? "全市没有中位数 (招满的不到一半)" : "招满的不到一半, 观察的天数又不足以判定"
    case .applicants: "没有岗位报送合适人数"
    case .payGrowth: "本期或上年同期没有写明薪酬的岗位, 或数据不到两年"
    case .persistence: "八个季度的数据不齐"
    }
  }

  private func outcome(_ score: ShortageScore, _ mean: Double) -> [String] {
    let order = ShortageIndicator.allCases.filter { score.points[$0] != nil }
    func weight(_ indicator: ShortageIndicator) -> Double { scoring.weights[indicator] ?? 0 }
    let parts = order.map { "\(score.points[$0] ?? 0)×\(number(weight($0), 2))" }.joined(separator: " + ")
    let sum = order.reduce(0) { $0 + weight($1) * Double(score.points[$1] ?? 0) }
    let total = order.reduce(0) { $0 + weight($1) }
    let limit =
      rules.levels[score.level].map { ", 不低于 \(number($0, 2))" } ?? ", 不到 \(number(rules.levels[.light] ?? 0, 2))"
    let stars = score.stars > 0 ? ", \(score.stars) 星" : ""
    let types = score.types.map(texts.name).joined(separator: "、")
    return [
      "加权平均分 = (\(parts)) ÷ \(number(total, 2)) = \(number(sum, 2)) ÷ \(number(total, 2)) = \(number(mean, 4))",
      "紧缺指数 = \(number(mean, 4)) × 100 ÷ 3 = \(score.index ?? 0) (指标 \(score.coverage)/6)",
      "紧缺程度 \(score.level.name)\(limit)\(stars)", "紧缺类型 \(types.isEmpty ? "无" : types)",
    ] + sensitivity()
  }

  private func sensitivity() -> [String] {
    let moves = ShortageSensitivity(scoring).moves(figures)
    let all = ShortageSensitivity.variations.count
    guard !moves.isEmpty else { return ["敏感性 权重 ±50 %、分界 ±10 % 共 \(all) 种改法, 程度都不变"] }
    return ["敏感性 权重 ±50 %、分界 ±10 % 共 \(all) 种改法, \(moves.count) 种会改变程度:"]
      + moves.map { "     \(ShortageNames.variation($0.variation)): \($0.level.name)" }
  }

  private func refusal(_ score: ShortageScore) -> [String] {
    var reasons: [String] = []
    if !isOccupation { reasons.append("只编到中类或大类, 不知道是哪个职业") }
    if !scoring.isAboveFloor(figures) { reasons.append("未达到评估下限") }
    if score.points[.ratio] == nil { reasons.append("没有求人倍率") }
    if score.coverage < rules.leastIndicators {
      reasons.append("指标只有 \(score.coverage) 项, 至少要 \(rules.leastIndicators) 项")
    }
    return ["X 无法评估: \(reasons.joined(separator: "; "))"]
  }

  /// What was stored may have been scored by other rules.
  private func remark(_ score: ShortageScore) -> [String] {
    let old = record.score
    guard old.points != score.points || old.level != score.level || old.stars != score.stars else { return [] }
    let index = old.index.map { "指数 \($0), \(old.level.name)" } ?? "X 无法评估"
    return ["注意: 存入仓库以后规则改过, 存入时为 \(index)"]
  }

  /// At most so many decimals, no zeros at the end.
  private func number(_ value: Double, _ decimals: Int) -> String {
    let text = "\(Rounding.round(value, decimals: decimals))"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
