import Domain

/// 数据依据: the page of one entry, with all that its level rests on.
struct EvidencePage {
  let catalog: Catalog
  let entry: CatalogEntry
  let rules: ShortageRules
  let templates: TemplateSet

  static func path(of occupation: String) -> String { "evidence-\(occupation).html" }

  private var isDraft: Bool { catalog.edition.kind == .draft }
  private var sight: CatalogSight { catalog.sight(entry.unit.occupation) }

  var context: [String: Any] {
    let (unit, score) = (entry.unit, entry.unit.score)
    let charts = EvidenceCharts(
      entry: entry, report: catalog.report, texts: templates.texts, hasHistory: catalog.audience == nil,
      hasPoints: sight.shows(.points)
    ).charts
    let index: String = sight(.points, score.index.map(String.init) ?? "X")
    let members: Any = unit.members.isEmpty ? false : sight(.counts, unit.members.joined(separator: "、"))
    let notice: Any = CatalogPage.notice(catalog, templates.texts) ?? false
    let warning = entry.forecast?.warning
    return [
      "lang": Language.zh.tag, "style": templates.style, "title": catalog.title, "publisher": catalog.publisher,
      "edition": catalog.edition.name, "window": CatalogPage.window(catalog),
      "notice": notice,
      "data_until": Language.zh.date(catalog.dataUntil), "name": unit.name, "code": unit.occupation,
      "level": ["id": entry.level.id, "name": entry.level.name], "stars": CatalogWording.stars(entry.stars),
      "stars_count": "\(entry.stars)", "index": index,
      "types": score.types.isEmpty ? false : CatalogWording.types(score.types),
      "industry": entry.industry.isEmpty
        ? false : [entry.industry, entry.subfield].filter { !$0.isEmpty }.joined(separator: " "),
      "warning": warning.map { ["id": $0.id, "name": CatalogWording.warning($0, templates.texts)] } ?? false,
      "change": change ?? false,
      "members": members,
      "points": ShortageIndicator.allCases.map(points), "arithmetic": sight(.points, arithmetic),
      "has_charts": !charts.isEmpty, "has_history": catalog.audience == nil, "charts": charts,
      "wanted": wanted, "has_words": !entry.opinions.isEmpty, "words": words,
      "no_words": entry.awaitsWord ? "还没有；轻度紧缺须有专家确认才能列入正式版。" : "没有。",
    ]
  }

  /// Everybody is told how many experts said what, not who and why.
  private var words: [String] {
    guard catalog.audience != .everybody else { return entry.opinions.isEmpty ? [] : [CatalogWording.kinds(entry)] }
    return entry.opinions.map { opinion in
      CatalogWording.opinion(opinion, catalog.experts.first { $0.id == opinion.expert }, isDraft: isDraft)
    }
  }

  /// What became of the entry since the last edition; nil for one outside the catalog.
  private var change: String? {
    if catalog.entries.contains(where: { $0.unit.occupation == entry.unit.occupation }) {
      return CatalogWording.change(entry, hasPrevious: catalog.previous != nil)
    }
    return entry.previous?.rank.map { "缺工排行上期第 \($0) 位" }
  }

  private func points(_ indicator: ShortageIndicator) -> [String: Any] {
    let words = ScoringWords(rules, catalog.report)
    let part: CatalogSight.Part = indicator == .duration ? .duration : .counts
    let value = CatalogWording.value(entry.unit.figures.values[indicator], of: indicator)
    return [
      "id": indicator.rawValue, "name": indicator.name,
      "value": sight(part, (isLowerBound(indicator) ? ">" : "") + value), "cuts": words.cuts(indicator),
      "points": sight(.points, entry.unit.score.points[indicator].map(String.init) ?? "无"),
      "weight": words.weight(indicator), "data": sight(part, data(indicator)),
    ]
  }

  /// True where a median was not reached: the ratio to the city's is at least the value.
  private func isLowerBound(_ indicator: ShortageIndicator) -> Bool {
    indicator == .duration && entry.unit.figures.durationDays == nil
      && entry.unit.figures.values[.duration] != nil
  }

  /// The counts behind a value.
  private func data(_ indicator: ShortageIndicator) -> String {
    let figures = entry.unit.figures
    switch indicator {
    case .ratio:
      let shared = figures.values[.ratio].map { Double(figures.demand) / $0 - Double(figures.seekers) }
      return "需求 \(CatalogWording.count(figures.demand))，求职 \(CatalogWording.count(figures.seekers))，"
        + "另分摊无意向者 \(CatalogWording.number(shared, 2))"
    case .fillRate: return "关闭 \(CatalogWording.count(figures.closed))，招到 \(CatalogWording.count(figures.filled))"
    case .duration:
      return
        "本职业 \(CatalogWording.days(figures)) 天，全市 \(catalog.report.cityDuration.map { "\($0) 天" } ?? CatalogWording.unknown)"
    case .applicants: return "应聘每岗 \(CatalogWording.number(figures.applicantsPerOpening, 2)) 人"
    case .payGrowth:
      return
        "中位数 \(CatalogWording.number(figures.payMedianBefore, 0)) → \(CatalogWording.number(figures.payMedian, 0)) 元，"
        + "全市 \(CatalogWording.number(catalog.report.cityPayGrowth, 1))%"
    case .persistence: return "最近八个季度"
    }
  }

  /// 「(2×3 + 2×2 + …) ÷ 8 = 2.13；× 100 ÷ 3 = 71」
  private var arithmetic: String {
    let score = entry.unit.score
    guard let mean = score.mean, let index = score.index else {
      return "招聘人数 \(entry.unit.figures.openings)、用人单位 \(entry.unit.figures.employers) 家或指标不足，无法评估（X）。"
    }
    let terms = ShortageIndicator.allCases.compactMap { indicator in
      score.points[indicator].map { "\(CatalogWording.plain(rules.weights[indicator]))×\($0)" }
    }
    let weights = ShortageIndicator.allCases.filter { score.points[$0] != nil }.reduce(0) {
      $0 + (rules.weights[$1] ?? 0)
    }
    return "（\(terms.joined(separator: " + "))）÷ \(CatalogWording.plain(weights)) = \(CatalogWording.plain(mean, 4))；"
      + "\(CatalogWording.plain(mean, 4)) × 100 ÷ 3，四舍五入为 \(index)；计算的程度：\(score.level.name)。"
  }

  private var wanted: [[String: Any]] {
    let (profile, wanted) = (entry.unit.profile, entry.wanted)
    let pay = profile.pay.map { CatalogWording.number($0, 0) }
    func phrase(_ phrase: CatalogRequirements.Phrase?, _ part: CatalogSight.Part) -> String {
      CatalogWording.phrase(phrase, part, sight)
    }
    return [
      ("岗位名称", phrase(wanted.title, .title)), ("学历", phrase(wanted.education, .education)),
      ("专业", phrase(wanted.major, .major)), ("职称/技能等级", phrase(wanted.skill, .skill)),
      ("经验", phrase(wanted.experience, .experience)),
      ("薪酬 P25 / P50 / P75", sight(.pay, "\(pay.joined(separator: " / ")) 元/月")),
      ("要求人才的岗位", sight(.counts, CatalogWording.percent(profile.talentShare))),
      ("用人单位", sight(.counts, "\(CatalogWording.count(entry.unit.figures.employers)) 家")),
    ].map { ["name": $0.0, "value": $0.1] }
  }
}
