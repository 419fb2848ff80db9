import Domain

/// The form of T13 and T14.
enum MarketColumns {
  private static let pay = Label(zh: "元/月", en: "CNY a month")

  static let filling: [Measure] = [
    Measure(id: "closed_openings", label: Label(zh: "本期关闭岗位招聘人数", en: "Openings closed"), unit: TableColumns.persons),
    Measure(id: "filled", label: Label(zh: "其中已招人数", en: "of which filled"), unit: TableColumns.persons),
    Measure(id: "fill_rate", label: Label(zh: "满足率", en: "Fill rate"), unit: TableColumns.percent),
    Measure(
      id: "suitable_per_opening", label: Label(zh: "每岗合适应聘人数", en: "Suitable per opening"),
      unit: TableColumns.persons),
    Measure(
      id: "duration_median", label: Label(zh: "空缺时长中位数", en: "Median duration"), unit: Label(zh: "天", en: "days")),
    Measure(id: "pay_p25", label: Label(zh: "月薪 25 分位", en: "Pay P25"), unit: pay),
    Measure(id: "pay_p50", label: Label(zh: "月薪中位数", en: "Pay P50"), unit: pay),
    Measure(id: "pay_p75", label: Label(zh: "月薪 75 分位", en: "Pay P75"), unit: pay),
    Measure(id: "negotiable_share", label: Label(zh: "面议比重", en: "Negotiable"), unit: TableColumns.percent),
  ]

  static let matching: [Measure] = [
    Measure(id: "value", label: Label(zh: "本期", en: "This period"), unit: TableColumns.plain),
    Measure(id: "value_previous", label: Label(zh: "上期", en: "Previous period"), unit: TableColumns.plain),
    Measure(id: "value_year_before", label: Label(zh: "去年同期", en: "Year before"), unit: TableColumns.plain),
  ]

  static let matchingRows: [(key: String, label: Label)] = [
    ("mismatch", Label(zh: "错配指数", en: "Mismatch index")),
    ("mismatch_linear", Label(zh: "错配指数（线性）", en: "Mismatch index, linear")),
    ("vacancies", Label(zh: "需求人数（人）", en: "Openings (persons)")),
    ("seekers", Label(zh: "求职人数（人）", en: "Seekers (persons)")),
    ("hires", Label(zh: "录用人数（人）", en: "Hires (persons)")),
    ("matching_efficiency", Label(zh: "匹配效率", en: "Matching efficiency")),
  ]
}
