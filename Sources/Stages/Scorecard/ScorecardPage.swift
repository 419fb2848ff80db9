import Documents
import Domain

/// The page of all measures, or of those of one section, with what its head reads first.
struct ScorecardPage {
  static let path = "index.html"
  /// Figures that are named as moved.
  private static let mostMoved = 3
  /// Figures before, without which nobody can say what is usual.
  private static let leastBefore = 5

  let words: ScorecardWords
  let title: String
  /// Nil: all measures.
  let section: String?
  /// All that have a page.
  let sections: [String]
  let noise: ScorecardNoise
  let templates: TemplateSet

  private var card: Scorecard { words.card }
  private var texts: Texts { templates.texts }

  static func path(of section: String) -> String { "\(section).html" }

  private var rows: [Scorecard.Row] {
    section.map { name in card.rows.filter { $0.item.sections.contains(name) } } ?? card.rows
  }

  var context: [String: Any] {
    let exports = words.exports(card.rows).filter { section == nil || $0.section == section }.map(\.text)
    let front = section.map(front) ?? []
    return [
      "lang": Language.zh.tag, "style": templates.style, "text": texts.all(.zh), "title": title,
      "section": section ?? "", "is_section": section != nil, "period": card.period.nameZh,
      "day": card.period.lastDay.iso,
      "summary": words.summary(rows), "count": rows.count,
      "lights": ScorecardVerdict.Light.allCases.map { light in
        ["light": light.rawValue, "name": words.name(light), "count": rows.count { $0.verdict.light == light }]
          as [String: Any]
      },
      "sections": sections.map { name in
        ["name": name, "href": ScorecardPage.path(of: name), "is_here": name == section] as [String: Any]
      },
      "rows": rows.map(row), "front": front, "has_front": !front.isEmpty, "exports": exports,
      "has_exports": !exports.isEmpty, "index": ScorecardPage.path, "csv": ScorecardFiles.csv,
      "json": ScorecardFiles.json,
    ]
  }

  private func row(_ row: Scorecard.Row) -> [String: Any] {
    let current = row.current(card.period)
    let figures = row.figures.map(figure)
    let (gaps, target) = (words.gaps(row), words.target(row))
    func told(_ part: (Scorecard.Report) -> String) -> [String] { current.map(part).filter { !$0.isEmpty } }
    return [
      "number": row.item.number, "name": row.item.name, "owners": row.item.sections.joined(separator: "、"),
      "coverage": row.item.coverage.rawValue, "coverage_name": words.name(row.item.coverage),
      "light": row.verdict.light.rawValue, "light_name": words.name(row.verdict.light), "reasons": words.reasons(row),
      "reports": current.map { ["section": $0.section, "state": $0.state, "progress": $0.progress] },
      "problems": told(\.problem), "next": told(\.next), "target": target, "has_target": !target.isEmpty,
      "span": max(figures.count, 1), "first": Array(figures.prefix(1)), "others": Array(figures.dropFirst()),
      "has_figures": !figures.isEmpty, "gaps": gaps,
    ]
  }

  private func figure(_ figure: Scorecard.Figure) -> [String: Any] {
    let period = figure.points.last?.period ?? card.period
    let unit = figure.isGuarded || figure.value == nil ? "" : figure.unit
    let (previous, year) = (words.change(figure, since: figure.before), words.change(figure, since: figure.yearBefore))
    let changeUnit = figure.isRate ? texts(.scorePoints) : "%"
    return [
      "name": figure.name, "id": figure.id, "value": words.value(figure), "unit": unit,
      "period": "\(period)", "is_other": period != card.period, "previous": previous ?? PrintedCell.notApplicable,
      "previous_unit": previous == nil ? "" : changeUnit, "year": year ?? PrintedCell.notApplicable,
      "year_unit": year == nil ? "" : changeUnit, "sparkline": sparkline(figure),
    ]
  }

  /// Over the periods up to this one of which each has a number.
  private func sparkline(_ figure: Scorecard.Figure) -> String {
    let told = figure.points.reversed().prefix { $0.cell.value != nil }.reversed()
    guard !figure.isGuarded, let first = told.first, let last = told.last else { return "" }
    let summary = texts(
      .trend,
      [
        "name": figure.name, "first": "\(first.period)", "last": "\(last.period)",
        "values": told.map { PrintedCell.text($0.cell) }.joined(separator: "、"),
      ])
    return Sparkline(told.compactMap(\.cell.value), summary: summary).svg
  }

  // MARK: What the head of a section reads first

  private func front(_ section: String) -> [[String: Any]] {
    let unreported = rows.filter { $0.item.sections.first == section && $0.current(card.period).isEmpty }
    let parts: [(String, [String])] = [
      ("moved", moved), ("due", due(section)), ("leads", leads(section)),
      ("ledger", card.hasLedger ? unreported.map { "\($0.item.number) \($0.item.name)" } : []),
    ]
    return parts.filter { !$0.1.isEmpty }.map { kind, lines in
      [
        "lines": lines, "is_moved": kind == "moved", "is_due": kind == "due", "is_leads": kind == "leads",
        "is_ledger": kind == "ledger",
      ]
    }
  }

  /// The figures that lie farthest from what they usually are.
  private var moved: [String] {
    let all = rows.flatMap { row in
      row.figures.compactMap { figure -> (text: String, distance: Double)? in
        let before = figure.points.dropLast().compactMap(\.cell.value)
        guard !figure.isGuarded, let value = figure.value, before.count >= ScorecardPage.leastBefore,
          let median = RobustBand.median(before),
          let band = RobustBand(before, floor: noise.floor(median, isRate: figure.isRate))
        else { return nil }
        let distance = abs(band.deviations(of: value))
        guard distance >= noise.deviations else { return nil }
        let text = texts(
          .scoreMoved,
          [
            "number": "\(row.item.number)", "name": figure.name, "value": words.value(figure) + figure.unit,
            "usual": words.plain(median) + figure.unit,
          ])
        return (text, distance)
      }
    }
    return all.sorted { ($1.distance, $0.text) < ($0.distance, $1.text) }.prefix(ScorecardPage.mostMoved).map(\.text)
  }

  /// What ends in the next quarter.
  private func due(_ section: String) -> [String] {
    let next = card.period.advanced(by: 1)
    let own = rows.flatMap { row in
      row.current(card.period).compactMap(\.due).filter { next.firstDay <= $0 && $0 <= next.lastDay }.map {
        texts(.due, ["number": "\(row.item.number)", "day": $0.iso])
      }
    }
    let leads = card.leads.filter { $0.section == section && !$0.isGuarded }.compactMap { lead -> String? in
      guard let due = lead.due, due <= next.lastDay else { return nil }
      return texts(.dueLeads, ["check": lead.check, "name": lead.name, "day": due.iso])
    }
    return own + leads
  }

  private func leads(_ section: String) -> [String] {
    card.leads.filter { $0.section == section }.map { lead in
      if lead.isGuarded { return texts(.leadsGuarded, ["check": lead.check, "name": lead.name]) }
      let told = ["check": lead.check, "name": lead.name, "count": "\(lead.count)"]
      return lead.since.map { texts(.leads, told.merging(["since": $0.iso]) { own, _ in own }) }
        ?? texts(.leadsUndated, told)
    }
  }
}
