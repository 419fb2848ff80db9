import Documents
import Domain

/// A scorecard in words, for its pages and files alike.
struct ScorecardWords {
  let card: Scorecard
  let texts: Texts

  func name(_ light: ScorecardVerdict.Light) -> String {
    switch light {
    case .red: texts(.red)
    case .yellow: texts(.yellow)
    case .green: texts(.green)
    case .grey: texts(.grey)
    }
  }

  func name(_ coverage: ScorecardPlan.Coverage) -> String {
    switch coverage {
    case .data: texts(.data)
    case .part: texts(.part)
    case .ledger: texts(.ledger)
    }
  }

  func summary(_ rows: [Scorecard.Row]) -> String {
    func count(_ light: ScorecardVerdict.Light) -> String { "\(rows.count { $0.verdict.light == light })" }
    return texts(
      .summary, ["red": count(.red), "yellow": count(.yellow), "green": count(.green), "grey": count(.grey)])
  }

  func reasons(_ row: Scorecard.Row) -> [String] { row.verdict.reasons.map(text) }

  private func text(_ reason: ScorecardVerdict.Reason) -> String {
    switch reason {
    case .unreported(let count): texts(.unreported, ["count": "\(count)"])
    case .belowFloor(let figure, let limit):
      texts(
        .belowFloor,
        ["figure": figure, "limit": plain(limit.value), "floor": plain(limit.floor), "clause": limit.clause])
    case .belowLimit(let figure, let limit):
      texts(.belowLimit, ["figure": figure, "limit": plain(limit.value), "clause": limit.clause])
    case .unjudged(let figure): texts(.unjudged, ["figure": figure])
    case .behindTarget(let figure, let expected):
      texts(.behindTarget, ["figure": figure, "expected": plain(expected)])
    case .targetUnmeasured: texts(.targetUnmeasured)
    case .overdue(let day): texts(.overdue, ["day": day.iso])
    case .noLedger: texts(.noLedger)
    case .noFigures: texts(.noFigures)
    case .ledgerOnly: texts(.ledgerOnly)
    case .onTime: texts(.onTime)
    }
  }

  /// What is missing of a measure: exports, rules, rows of the ledger, and what no export tells at all.
  func gaps(_ row: Scorecard.Row) -> [String] {
    var told: [String] = []
    for gap in row.figures.flatMap(\.gaps).map(text) where !told.contains(gap) { told.append(gap) }
    if !card.hasLedger {
      told.append(text(.missing(Scorecard.ledger)))
    } else if row.current(card.period).isEmpty {
      told.append(texts(.gapLedger, ["section": row.item.sections.first ?? texts(.nobody)]))
    }
    if !row.item.without.isEmpty { told.append(texts(.gapWithout, ["what": row.item.without])) }
    return told
  }

  /// Exports that are missing, with the section that should send them; nil: nobody is named.
  func exports(_ rows: [Scorecard.Row]) -> [(section: String?, text: String)] {
    var told: [(section: String?, text: String)] = []
    for gap in rows.flatMap(\.figures).flatMap(\.gaps) + (card.hasLedger ? [] : [.missing(Scorecard.ledger)]) {
      guard let name = export(of: gap), !told.contains(where: { $0.text == text(gap) }) else { continue }
      told.append((card.exports[name]?.section, text(gap)))
    }
    return told
  }

  private func export(of gap: Scorecard.Gap) -> String? {
    switch gap {
    case .missing(let name), .ended(let name, _): name
    case .unset, .off, .empty: nil
    }
  }

  private func text(_ gap: Scorecard.Gap) -> String {
    let export = export(of: gap).flatMap { card.exports[$0] }
    let section = export?.section ?? texts(.nobody)
    let files = export?.files.joined(separator: "、") ?? ""
    switch gap {
    case .missing(let name) where files.isEmpty:
      return texts(.gapUntaken, ["export": export?.name ?? name, "section": section])
    case .missing(let name):
      return texts(.gapMissing, ["export": export?.name ?? name, "section": section, "files": files])
    case .ended(let name, let day):
      return texts(
        .gapEnded, ["export": export?.name ?? name, "section": section, "files": files, "day": day.iso])
    case .unset(let rules): return texts(.gapUnset, ["rules": rules])
    case .off(let check): return texts(.gapOff, ["check": check])
    case .empty: return texts(.gapEmpty)
    }
  }

  /// A figure as it is printed; of guarded ones whether there is any.
  func value(_ figure: Scorecard.Figure) -> String {
    guard figure.isGuarded, let value = figure.value else { return PrintedCell.text(figure.current) }
    return texts(value > 0 ? .found : .clear)
  }

  /// The same for a file.
  func csv(_ figure: Scorecard.Figure, _ point: Scorecard.Point?) -> String {
    guard let point else { return "" }
    guard figure.isGuarded, let value = point.cell.value else { return point.cell.csv }
    return texts(value > 0 ? .found : .clear)
  }

  /// Nil where nothing is compared.
  func change(_ figure: Scorecard.Figure, since point: Scorecard.Point?) -> String? {
    figure.change(since: point).map { PrintedCell.number($0, 1, true) }
  }

  func target(_ row: Scorecard.Row) -> String {
    guard let told = row.current(card.period).first(where: { $0.target != nil }), let target = told.target else {
      return ""
    }
    return texts(
      .target, ["target": plain(target) + told.targetUnit, "due": told.due?.iso ?? PrintedCell.notApplicable])
  }

  /// Of whole numbers no decimals, else two at most.
  func plain(_ value: Double) -> String {
    let rounded = Rounding.round(value)
    return PrintedCell.number(rounded, rounded == rounded.rounded() ? 0 : 2)
  }
}
