import Domain

/// 数据依据: the page of one entry, with all that its level rests on.
struct EvidencePage {
  let catalog: Catalog
  let entry: CatalogEntry
  let rules: ShortageRules
  let templates: TemplateSet
  let neighbours: CatalogNeighbours

  static func path(of occupation: String) -> String { "evidence-\(occupation).html" }

  private var isDraft: Bool { catalog.edition.kind == .draft }
  private var texts: Texts { templates.texts }
  private var wording: CatalogWording { CatalogWording(texts) }
  private var sight: CatalogVisibility { catalog.sight(entry.unit.occupation) }

  var context: [String: Any] {
    let (unit, score) = (entry.unit, entry.unit.score)
    let charts = EvidenceCharts(
      entry: entry, report: catalog.report, texts: templates.texts, hasHistory: catalog.audience == nil,
      hasPoints: sight.shows(.points)
    ).charts
    let index: String = sight(.points, score.index.map(String.init) ?? "X")
    let members: Any = unit.members.isEmpty ? false : sight(.counts, texts.list(unit.members))
    let warning = entry.forecast?.warning
    let own: [String: Any] = [
      "methods": CatalogMethodsPage.path, "name": unit.name, "code": unit.occupation,
      "level": ["id": entry.level.id, "name": entry.level.name], "stars": CatalogWording.stars(entry.stars),
      "stars_count": "\(entry.stars)", "index": index,
      "types": score.types.isEmpty ? false : wording.types(score.types),
      "industry": entry.industry.isEmpty
        ? false : [entry.industry, entry.subfield].filter { !$0.isEmpty }.joined(separator: " "),
      "warning": warning.map { ["id": $0.id, "name": wording.warning($0)] } ?? false,
      "change": change ?? false,
      "members": members,
      "points": ShortageIndicator.allCases.map(points), "arithmetic": sight(.points, arithmetic),
      "basis": wording.basis(entry, sight),
      "has_charts": !charts.isEmpty, "has_history": catalog.audience == nil, "charts": charts,
      "coded": coded ?? false, "wanted": wanted, "has_words": !entry.opinions.isEmpty, "words": words,
      "no_words": texts(entry.awaitsWord ? .evidenceAwaitsWords : .evidenceNoWords),
    ]
    return CatalogPage.head(catalog, templates, neighbours).merging(own) { first, _ in first }
  }

  /// Everybody is told how many experts said what, not who and why.
  private var words: [String] {
    guard catalog.audience != .everybody else { return entry.opinions.isEmpty ? [] : [wording.kinds(entry)] }
    return entry.opinions.map { opinion in
      wording.opinion(opinion, catalog.experts.first { $0.id == opinion.expert }, isDraft: isDraft)
    }
  }

  /// What became of the entry since the last edition; nil for one outside the catalog.
  private var change: String? {
    if catalog.entries.contains(where: { $0.unit.occupation == entry.unit.occupation }) {
      return wording.change(entry, hasPrevious: catalog.previous != nil)
    }
    return entry.previous?.rank.map { texts(.evidenceLastRank, ["rank": "\($0)"]) }
  }

  private func points(_ indicator: ShortageIndicator) -> [String: Any] {
    let words = ScoringWords(rules, catalog.report, texts)
    let part: CatalogVisibility.Part = indicator == .duration ? .duration : .counts
    let value = wording.value(entry.unit.figures.values[indicator], of: indicator)
    return [
      "id": indicator.rawValue, "name": texts.name(indicator),
      "value": sight(part, (isLowerBound(indicator) ? ">" : "") + value), "cuts": words.cuts(indicator),
      "points": sight(.points, entry.unit.score.points[indicator].map(String.init) ?? texts(.none)),
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
      return texts(
        .dataRatio,
        [
          "demand": CatalogWording.count(figures.demand), "seekers": CatalogWording.count(figures.seekers),
          "shared": CatalogWording.number(shared, 2),
        ])
    case .fillRate:
      return texts(
        .dataFillRate,
        ["closed": CatalogWording.count(figures.closed), "filled": CatalogWording.count(figures.filled)])
    case .duration:
      let city = catalog.report.cityDuration.map { texts(.daysCount, ["days": "\($0)"]) }
      return texts(.dataDuration, ["days": CatalogWording.days(figures), "city": city ?? CatalogWording.unknown])
    case .applicants:
      return texts(.dataApplicants, ["applicants": CatalogWording.number(figures.applicantsPerOpening, 2)])
    case .payGrowth:
      return texts(
        .dataPay,
        [
          "before": CatalogWording.number(figures.payMedianBefore, 0),
          "now": CatalogWording.number(figures.payMedian, 0),
          "city": CatalogWording.number(catalog.report.cityPayGrowth, 1),
        ])
    case .persistence: return texts(.dataPersistence)
    }
  }

  /// 「(2×3 + 2×2 + …) ÷ 8 = 2.13；× 100 ÷ 3 = 71」
  private var arithmetic: String {
    let score = entry.unit.score
    guard let mean = score.mean, let index = score.index else {
      let figures = entry.unit.figures
      return texts(
        .evidenceUnassessed, ["openings": "\(figures.openings)", "employers": "\(figures.employers)"])
    }
    let terms = ShortageIndicator.allCases.compactMap { indicator in
      score.points[indicator].map { "\(CatalogWording.plain(rules.weights[indicator]))×\($0)" }
    }
    let weights = ShortageIndicator.allCases.filter { score.points[$0] != nil }.reduce(0) {
      $0 + (rules.weights[$1] ?? 0)
    }
    return texts(
      .evidenceArithmetic,
      [
        "terms": terms.joined(separator: " + "), "weights": CatalogWording.plain(weights),
        "mean": CatalogWording.plain(mean, 4), "index": "\(index)", "level": score.level.name,
      ])
  }

  /// What the occupation rests on, where titles decide of it; for those who may see counts.
  private var coded: [String: Any]? {
    guard let evidence = entry.unit.profile.evidence, sight.shows(.counts) else { return nil }
    func share(_ openings: Int) -> String {
      let share = CatalogWording.percent(Double(openings) / Double(max(evidence.total, 1)))
      return texts(.phraseShare, ["text": CatalogWording.count(openings), "share": share])
    }
    func name(_ basis: TitleBasis) -> String {
      let isGrade = TitleGrade.allCases.contains { $0.basis == basis }
      return isGrade ? texts(.evidenceGrade, ["grade": basis.label]) : basis.label
    }
    return [
      "is_unsure": entry.isUnsure,
      "bases": TitleBasis.allCases.compactMap { basis in
        evidence.openings[basis].map { ["name": name(basis), "value": share($0)] }
      },
      "titles": evidence.titles.isEmpty
        ? texts(.none)
        : texts.list(
          evidence.titles.map {
            texts(.phraseShare, ["text": $0.text, "share": CatalogWording.count($0.openings)])
          }),
    ]
  }

  private var wanted: [[String: Any]] {
    let (profile, wanted) = (entry.unit.profile, entry.wanted)
    let pay = profile.pay.map { CatalogWording.number($0, 0) }
    func phrase(_ phrase: CatalogRequirements.Phrase?, _ part: CatalogVisibility.Part) -> String {
      wording.phrase(phrase, part, sight)
    }
    let own: [(CatalogColumn, String)] = [
      (.title, phrase(wanted.title, .title)), (.education, phrase(wanted.education, .education)),
      (.major, phrase(wanted.major, .major)), (.skill, phrase(wanted.skill, .skill)),
      (.experience, phrase(wanted.experience, .experience)),
    ]
    let employers = texts(
      .wantedEmployersCount, ["count": CatalogWording.count(entry.unit.figures.employers)])
    let offered = (texts(.wantedPay), sight(.pay, texts(.wantedPayMonth, ["pay": pay.joined(separator: " / ")])))
    let counts = [
      (texts(.wantedTalent), sight(.counts, CatalogWording.percent(profile.talentShare))),
      (texts(.wantedEmployers), sight(.counts, employers)),
      (texts(.gap), sight(.counts, wording.gap(entry.forecast?.gap))),
    ]
    // Everybody sees none of the counts, of whichever entry.
    let all = own.map { (texts($0), $1) } + [offered] + (catalog.audience == .everybody ? [] : counts)
    return all.map { ["name": $0.0, "value": $0.1] }
  }
}
