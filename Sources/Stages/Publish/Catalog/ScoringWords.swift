import Domain

/// How the rules of the index read.
struct ScoringWords {
  private let rules: ShortageRules
  private let report: ShortageReport
  private let texts: Texts

  init(_ rules: ShortageRules, _ report: ShortageReport, _ texts: Texts) {
    self.texts = texts
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

  /// The limits with unit and weight, and what the indicator means.
  func about(_ indicator: ShortageIndicator) -> String {
    let unit = indicator.hasUnit ? texts(.scoringUnit, ["unit": texts.unit(indicator)]) : ""
    return texts(
      .scoringAbout,
      ["unit": unit, "cuts": cuts(indicator), "weight": weight(indicator), "meaning": texts.meaning(indicator)])
  }

  /// Where the quartiles come from, and the levels.
  var baseSentence: String {
    let levels = ShortageLevel.allCases.filter { $0 != .none }.reversed().compactMap { level in
      rules.levels[level].map { "\(level.name) ≥ \(CatalogWording.plain($0))" }
    }
    return texts(
      .scoringBase,
      [
        "year": "\(report.base.year)", "units": "\(report.base.units)", "note": report.base.note,
        "levels": texts.list(levels, .comma), "openings": "\(rules.floor.openings)",
        "employers": "\(rules.floor.employers)", "least": "\(rules.leastIndicators)",
        "five_stars": CatalogWording.plain(rules.fiveStars), "three_stars": CatalogWording.plain(rules.threeStars),
      ])
  }
}
