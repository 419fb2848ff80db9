/// A term of forecasts and warnings: printed by `talentflow explain`.
public struct OutlookTerm: Hashable, Sendable {
  /// As tables name it: `p50`.
  public let id: String
  public let name: Label
  /// Other words under which it is looked for.
  public let aliases: [String]
  public let meaning: Label

  init(_ id: String, _ name: Label, _ aliases: [String] = [], _ meaning: Label) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.meaning = meaning
  }

  /// Whether someone who writes `word` means this term.
  public func isNamed(_ word: String) -> Bool {
    ([id, name.zh, name.en] + aliases).contains { $0.lowercased() == word.lowercased() }
  }

  public static let all: [OutlookTerm] = [
    OutlookTerm(
      "p50", Label(zh: "预测中位数", en: "Median"), ["中位数", "预测"],
      Label(
        zh: "实际数高于它和低于它的可能各占一半。由几种模型的预测合成, 再与各级合计调和。",
        en: "The actual figure is as likely to be above as below. Several models combined, then reconciled.")),
    OutlookTerm(
      "p10", Label(zh: "80% 区间", en: "80% interval"), ["p90", "P10–P90", "区间", "80% 区间", "80%区间"],
      Label(
        zh: "P10 至 P90: 实际数落在其中的可能为八成, 低于 P10、高于 P90 各一成。按过往预测的误差校准。",
        en: "P10 to P90: holds the actual figure with a chance of 80%. Calibrated on the errors of past forecasts.")),
    OutlookTerm(
      "p2_5", Label(zh: "95% 区间", en: "95% interval"), ["p97_5", "区间", "95%区间"],
      Label(
        zh: "P2.5 至 P97.5: 实际数落在其中的可能为百分之九十五。实际装下多少见 coverage_95。",
        en: "P2.5 to P97.5: holds the actual figure with a chance of 95%; for what it held see coverage_95.")),
    OutlookTerm(
      "gap_p50", Label(zh: "预期缺口", en: "Expected gap"), ["gap", "缺口"],
      Label(
        zh: "需求减求职, 大于零为缺人。区间由两方的区间合成, 假定两方的误差互不相关。",
        en: "Openings minus seekers. Its interval follows from both, whose errors are taken to be independent.")),
    OutlookTerm(
      "chance", Label(zh: "需求大于求职的概率", en: "Chance of more openings than seekers"), ["概率", "chance_1"],
      Label(
        zh: "缺口大于零的概率, 由缺口的中位数和 80% 区间按正态分布推算; 向下取整到 1%。",
        en: "P(gap > 0), of a normal distribution with the gap's median and 80% interval; rounded down.")),
    OutlookTerm(
      "warning", Label(zh: "预警级别", en: "Grade of the warning"),
      ["预警", "预警色", "蓝色", "黄色", "橙色", "红色", "蓝", "黄", "橙", "红", "blue", "yellow", "orange", "red"],
      Label(
        zh: "未来一年内某期「需求大于求职」的概率达到门槛即为该级, 由低到高蓝、黄、橙、红; 门槛和起报人数在 Pipelines/rules/forecast.yaml。未经回测时不发预警。",
        en: "By the chance of more openings than seekers in some period of the next year: blue, yellow, orange, red; "
          + "Pipelines/rules/forecast.yaml has the thresholds. None without a backtest.")),
    OutlookTerm(
      "backtest", Label(zh: "回测", en: "Backtest"), ["better", "worse", "none", "未经回测"],
      Label(
        zh: "站在过去某一期, 只用当时已有的数据预测一年, 再同后来的实际数比较。better 优于、worse 不如上年同期值, none 历史太短未经回测。",
        en: "A forecast from a past period, of what was known then, held against what came.")),
    OutlookTerm(
      "mase", Label(zh: "平均绝对比例误差", en: "MASE"), ["MASE"],
      Label(
        zh: "平均绝对误差, 以历史上相隔一年之差的平均为 1; 越小越准。",
        en: "Mean absolute error over the mean change from one year to the next within the history.")),
    OutlookTerm(
      "rmsse", Label(zh: "均方根比例误差", en: "RMSSE"), ["RMSSE"],
      Label(zh: "同 MASE, 但用误差的平方, 大的误差算得更重。", en: "As MASE, of squares: large errors count for more.")),
    OutlookTerm(
      "msis", Label(zh: "区间得分", en: "MSIS"), ["MSIS"],
      Label(
        zh: "95% 区间的宽度, 加上没装下时的罚分 (超出部分的 40 倍), 单位同 MASE; 越小越好。",
        en: "Width of the 95% interval plus 40 times what lies outside, in units of MASE.")),
    OutlookTerm(
      "bias", Label(zh: "偏差", en: "Bias"), [],
      Label(zh: "平均误差, 单位同 MASE; 正数表示预测偏低。", en: "Mean error in units of MASE; positive: too low.")),
    OutlookTerm(
      "coverage_95", Label(zh: "95% 区间覆盖率", en: "Coverage of the 95% interval"), ["覆盖率", "coverage"],
      Label(
        zh: "回测中实际数落在 95% 区间内的比例, 越接近 95% 越好; 明显低于 95% 时区间偏窄。",
        en: "Part of the actual figures of the backtest within the 95% interval.")),
    OutlookTerm(
      "naive2", Label(zh: "Naive2", en: "Naive2"), ["mase_naive2"],
      Label(zh: "对照的简单办法: 去掉季节后沿用最近一期。", en: "A simple benchmark: the last value without its season.")),
    OutlookTerm(
      "last_year", Label(zh: "上年同期值", en: "Last year's value"), ["季节朴素", "mase_last_year"],
      Label(zh: "对照的简单办法: 沿用上年同一期的数。", en: "A simple benchmark: the value of the same period a year ago.")),
    OutlookTerm(
      "method", Label(zh: "预测方法", en: "Method"), ["方法", "combination", "short", "intermittent", "ended"],
      Label(
        zh: "历史长的用 ETS、CES、DOT 的平均 (combination), 短的借用上级职业的季节 (short、pooledSeason、smoothing、shrunkenMean、parentShare), "
          + "时有时无的用 IMAPA (intermittent), 近一年为零的为零加上限 (ended)。",
        en: "Long histories: the mean of ETS, CES and DOT; short ones borrow the season of the group above; "
          + "intermittent ones: IMAPA; nothing in the last year: zero with an upper bound.")),
  ]
}
