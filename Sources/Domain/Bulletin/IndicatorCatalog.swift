extension IndicatorDefinition {
  /// Every figure there is, in the order of the methodology page. A new indicator is one entry here.
  public static let all: [IndicatorDefinition] = [
    define(
      "valid_openings", "F1", "需求人数（本期有效数）", "Openings valid in the period", "人", "persons", nil,
      "上期结转 + 本期新增；岗位按招聘人数计，自发布日起至关闭日、有效期、缺省有效期（90 天）中最早者有效；一岗多发只计一次",
      "carried over + newly registered; a posting counts its openings and is valid from posting to the earliest of closing, validity date and (without either) 90 days; copies count once",
      "人力资源市场统计口径", "Public employment service statistics"),
    define(
      "valid_seekers", "F1", "求职人数（本期有效数）", "Seekers valid in the period", "人", "persons", nil,
      "上期结转 + 本期新增；每人计 1，自登记日起至注销日、有效期、缺省有效期（180 天）中最早者有效",
      "carried over + newly registered; a seeker counts 1 from registration to the earliest of closing, validity date and (without either) 180 days",
      "人力资源市场统计口径", "Public employment service statistics"),
    define(
      "openings_per_seeker", "F2", "求人倍率", "Openings per registered seeker", "", "", higherDemand,
      "需求人数 ÷ 求职人数，保留 2 位小数；没有求职数据时不计算", "openings / registered seekers, 2 decimals; unavailable without seekers",
      "人力资源市场统计口径", "Public employment service statistics"),
    define(
      "ratio_by_occupation", "F3", "分职业求人倍率", "Ratio by occupation", "", "", higherDemand,
      "需求 ÷（求职 + 无求职意向人数 × 该职业需求 ÷ 需求合计）", "D_k / (S_k + S0 * D_k / sum(D))",
      "人力资源市场统计口径", "Public employment service statistics"),
    define(
      "ratio_by_requirement", "F4", "分性别、年龄、文化程度、技术等级求人倍率", "Ratio by sex, age, education, level", "", "",
      higherDemand, "需求 ÷ 求职 + 无要求的需求 ÷ 求职合计", "D_k / S_k + D0 / sum(S)", "人力资源市场统计口径",
      "Public employment service statistics"),
    define(
      "sector_openings", "F5", "分产业需求人数", "Openings by sector", "人", "persons", nil,
      "农林牧渔为第一产业；采矿、制造、电力热力燃气水、建筑为第二产业；其余为第三产业；行业不明的按比例分摊",
      "A primary; B-E secondary; the rest tertiary; unknown industries spread pro rata", "国家统计局三次产业划分规定",
      "National Bureau of Statistics, three sectors"),
    define(
      "gap", "F6", "缺口人数", "Gap", "人", "persons", Label(zh: "大于 0 表示需求多于求职", en: "above 0: more openings than seekers"),
      "需求人数 - 求职人数；职业前十按小类排列",
      "openings - seekers; top ten by minor group", "人力资源市场统计口径", "Public employment service statistics"),
    define(
      "share_change", "F7", "比重变化", "Change of a share", "百分点", "pp", nil, "两期比重（未舍入）之差",
      "difference of the unrounded shares",
      "统计用语规范", "Statistical usage"),
    define(
      "ratio_change", "F7b", "求人倍率变化", "Change of a ratio", "", "",
      Label(zh: "正数表示求人倍率上升", en: "positive: the ratio rose"), "两期求人倍率（已舍入至 2 位）之差",
      "difference of the two rounded ratios", "各地已发布公报的做法", "Practice of the published bulletins"),
    define(
      "growth", "F7c", "同比、环比增幅", "Growth on year and on previous period", "%", "%", nil,
      "只在两期均有新增登记的报送单位范围内比较（同口径）", "on the matched panel: units with new registrations in both periods",
      "统计可比口径原则", "Matched-panel comparison"),
    define(
      "fill_rate", "F8", "满足率", "Fill rate", "%", "%",
      Label(zh: "越高越容易招到人", en: "higher: easier to fill"), "本期关闭岗位的已招人数 ÷ 其招聘人数",
      "filled openings / openings of the postings closed in the period", "人力资源市场统计口径",
      "Public employment service statistics"),
    define(
      "suitable_per_opening", "F9", "每岗合适应聘人数", "Suitable applicants per opening", "人", "persons",
      Label(zh: "越高越容易招到人", en: "higher: easier to fill"), "本期新增且报送了合适人数的岗位：合适人数 ÷ 招聘人数",
      "suitable / openings, over new postings that state it", "德国联邦就业署紧缺分析", "Engpassanalyse, Bundesagentur für Arbeit"),
    define(
      "vacancy_duration", "F10", "空缺时长中位数", "Median vacancy duration", "天", "days",
      Label(zh: "越高越难招到人", en: "higher: harder to fill"),
      "截至期末四个季度内发布的岗位，自期望到岗日（缺省为发布日）至招满的天数，Kaplan-Meier 中位数；未招满的按截尾处理",
      "Kaplan-Meier median of days from the wished start (else posting) to being filled, postings of the four quarters to the period's end; others censored",
      "Kaplan & Meier 1958", "Kaplan & Meier 1958"),
    define(
      "mismatch", "F11", "错配指数", "Mismatch index", "", "",
      Label(zh: "0 为完全匹配，越高越错配", en: "0: matched; higher: more mismatch"),
      "1 - Σ √(需求占比 × 求职占比)，按职业小类", "1 - sum sqrt(v_i/V * u_i/U) over minor groups", "Şahin et al. 2014",
      "Şahin et al. 2014"),
    define(
      "mismatch_linear", "F11", "错配指数（线性）", "Mismatch index, linear", "", "",
      Label(zh: "需改换职业意向的求职者比例", en: "share of seekers who would have to move"), "½ Σ |求职占比 - 需求占比|，按职业小类",
      "1/2 sum |u_i/U - v_i/V| over minor groups", "Duncan & Duncan 1955", "Duncan & Duncan 1955"),
    define(
      "hires", "F12", "录用人数", "Hires", "人", "persons", nil, "推荐登记中录用日期在本期、结果为录用的人数，按现区划归地区",
      "placements hired in the period, by place of the new job", "就业（推荐）登记", "Placement register"),
    define(
      "matching_efficiency", "F12", "匹配效率", "Matching efficiency", "", "",
      Label(zh: "越高撮合越有效", en: "higher: better matching"),
      "录用人数 ÷ √(需求人数 × 求职人数)", "H / sqrt(V * U)", "Petrongolo & Pissarides 2001", "Petrongolo & Pissarides 2001"),
    define(
      "offered_pay", "F13", "薪酬分位数", "Offered pay", "元/月", "CNY a month", nil,
      "本期新增岗位月薪中点，按招聘人数加权的 25、50、75 分位；面议除外，其比重另列",
      "P25, P50, P75 of the midpoint of new postings, weighted by openings; negotiable pay excluded, its share stated",
      "人力资源市场工资价位统计", "Wage statistics practice"),
  ]

  /// The definition with this id.
  public static func named(_ id: String) -> IndicatorDefinition? { all.first { $0.id == id } }

  private static let higherDemand = Label(zh: "大于 1 表示需求多于求职", en: "above 1: more openings than seekers")

  private static func define(
    _ id: String, _ number: String, _ zh: String, _ en: String, _ unitZh: String, _ unitEn: String, _ direction: Label?,
    _ formulaZh: String, _ formulaEn: String, _ sourceZh: String, _ sourceEn: String
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: id, formulaNumber: number, name: Label(zh: zh, en: en), unit: Label(zh: unitZh, en: unitEn),
      direction: direction, formula: Label(zh: formulaZh, en: formulaEn), source: Label(zh: sourceZh, en: sourceEn))
  }
}
