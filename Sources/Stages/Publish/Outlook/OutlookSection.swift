import Documents
import Domain

/// The section 「预测与预警」 of one region's page.
struct OutlookSection {
  /// Rows of the warning list; the table `warnings.csv` has all.
  static let mostWarnings = 50
  /// Of them those that are not folded.
  private static let openWarnings = 15

  let outlook: Outlook
  let region: OutlookRegion
  /// Of the regions of the bulletin, by code.
  let names: [String: Label]
  let wording: OutlookWording

  private var language: Language { wording.language }
  private var texts: Texts { wording.texts }
  private var isCity: Bool { region.code == outlook.regions.first?.code }

  /// How well the forecasts did, for the page of methods; nil where nothing was tried.
  var backtest: [String: Any]? {
    isCity && !outlook.scores.isEmpty ? OutlookScoreRows(outlook.scores, wording).context : nil
  }

  /// The charts of the whole region.
  var charts: [(name: String, caption: String, line: OutlookLine, chart: FanChart)] {
    OutlookCharts(outlook: outlook, wording: wording).charts(of: region.total)
  }

  /// What the template `outlook` gets, but for its charts.
  var context: [String: Any] {
    let groups = OutlookGroup.all(in: outlook)
    let warnings = OutlookWarningRows(
      outlook: outlook, groups: groups, counties: isCity ? Array(outlook.regions.dropFirst()) : [],
      names: names, wording: wording)
    let open = region.warnings.prefix(OutlookSection.openWarnings)
    let folded = region.warnings.prefix(OutlookSection.mostWarnings).dropFirst(OutlookSection.openWarnings)
    let more = region.warnings.count - OutlookSection.mostWarnings
    return [
      "ahead": region.total.gap.history.isEmpty ? false : ahead as Any, "origin": language.name(of: outlook.origin),
      "is_tested": outlook.isTested,
      "rests_on_few_shocks": outlook.restsOnFewShocks,
      "weaknesses": wording.weaknesses(of: region.total),
      "steps": outlook.steps.indices.map { OutlookSection.step($0, outlook, region.total, wording) },
      // Of single occupations nothing but chances may be published elsewhere.
      "has_evidence": outlook.hasSingleOccupations, "has_warnings": !region.warnings.isEmpty,
      "levels": levels, "warning_count": wording.persons(Double(region.warnings.count)),
      "chance_periods": ["count": warnings.periods.count, "heads": warnings.periods] as [String: Any],
      "counties": warnings.counties.isEmpty
        ? false : ["count": warnings.counties.count, "heads": warnings.heads] as [String: Any],
      "bands": warnings.bands(open),
      "folded": folded.isEmpty ? false : ["count": count(folded), "bands": warnings.bands(folded)] as [String: Any],
      "more_warnings": more > 0 ? wording.persons(Double(more)) : false,
      "groups": isCity && !groups.isEmpty
        ? ["links": groups.map(link)] : false,
    ]
  }

  /// The levels in use, the highest first, each with its least chance and how many occupations have it.
  private var levels: [[String: Any]] {
    OutlookLevels(outlook, region).all.map { level, least, count in
      [
        "id": level.id, "name": wording.name(of: level),
        "text": texts.text(
          NarrativeText.warningLevel, language,
          ["least": wording.threshold(least), "count": wording.persons(Double(count))]),
      ]
    }
  }

  /// 「35（红色8、橙色9）」
  private func count(_ warnings: ArraySlice<OutlookWarning>) -> String {
    let levels = WarningLevel.allCases.reversed().compactMap { level -> String? in
      let count = warnings.count { $0.level == level }
      let values = ["name": wording.name(of: level), "count": wording.persons(Double(count))]
      return count > 0 ? texts.text(NarrativeText.levelCount, language, values) : nil
    }
    return texts.text(
      NarrativeText.folded, language,
      [
        "count": wording.persons(Double(warnings.count)), "levels": levels.joined(separator: texts(.listGap, language)),
      ])
  }

  /// Which side of the market will be the larger one: where eight of ten cases agree on it in each period ahead, how much
  /// larger; where they do not, whether it is the likelier one in each.
  private var ahead: String {
    let (gap, chances) = (region.total.gap.steps, region.total.chances)
    let values = [
      "count": language.text(texts.count(gap.count, of: outlook.origin.unit)),
      "chances": span(chances, wording.percent),
    ]
    func sure(_ words: FindingText) -> String {
      let own = [
        "gaps": span(gap.map { abs($0.point) }, wording.persons),
        "range": span(gap.flatMap { [abs($0.low80), abs($0.high80)] }, wording.persons),
      ]
      return texts.text(words, language, values.merging(own) { $1 })
    }
    if gap.allSatisfy({ $0.low80 > 0 }) { return sure(.aheadLack) }
    if gap.allSatisfy({ $0.high80 < 0 }) { return sure(.aheadExcess) }
    let words: FindingText =
      if chances.allSatisfy({ $0 > 0.5 }) {
        .aheadRatherLack
      } else if chances.allSatisfy({ $0 < 0.5 }) { .aheadRatherExcess } else { .aheadUnclear }
    return texts.text(words, language, values)
  }

  /// 「94% 至 98%」; one figure where both ends are printed the same.
  private func span(_ values: [Double], _ printed: (Double) -> String) -> String {
    guard let low = values.min().map(printed), let high = values.max().map(printed), low != high else {
      return values.first.map(printed) ?? ""
    }
    return "\(low) \(texts(.outlookTo, language)) \(high)"
  }

  private func link(to group: OutlookGroup) -> [String: Any] {
    [
      "href": group.path, "code": group.head.occupation, "name": language.text(group.head.name),
      "name_lang": language.tagOfName(group.head.name),
    ]
  }

  /// A row of the table of the next periods.
  static func step(
    _ index: Int, _ outlook: Outlook, _ subject: OutlookSubject, _ wording: OutlookWording
  ) -> [String: Any] {
    let lines = [subject.demand, subject.seekers, subject.gap]
    return [
      "period": wording.language.name(of: outlook.steps[index]),
      "cells": lines.flatMap { line in
        let step = line.steps[index]
        return [wording.persons(step.point), wording.range(step.low80, step.high80)]
      } + [wording.percent(subject.chances[index])],
    ]
  }
}
