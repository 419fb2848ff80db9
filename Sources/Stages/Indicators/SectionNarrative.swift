import Documents
import Domain
import Tables

/// The sentences that stand above the classic tables, as published bulletins have them: each is made of figures that its
/// table shows, and left out where one that it needs is hidden.
struct SectionNarrative {
  typealias Shown = (layout: TableLayout, table: ProtectedTable)

  /// The tables of a region, as they are shown.
  let tables: [Shown]
  let period: Period
  let texts: Texts

  /// Rows that are named of a ranking, and rows that are called the main part.
  private static let (industryCount, gapCount, mainCount) = (3, 3, 2)
  /// From this percent on they are called so.
  private static let mainShare = 50.0

  /// By section, in the order of its tables.
  func sentences() -> [TableLayout.Section: [Label]] {
    let all: [TableLayout.Section: [Label?]] = [
      .demand: [sectors(), industries()], .occupation: [occupations(), ratios(), gaps()], .groups: [levels()],
    ]
    return all.mapValues { $0.compactMap { $0 } }.filter { !$1.isEmpty }
  }

  /// What the period is compared with, and what that is called; a year has one year before it.
  var since: [(when: TableColumns.When, name: Label)] {
    let words = texts.words(before: period)
    let previous = (when: TableColumns.When.previous, name: words.previous)
    return period.unit == .year ? [previous] : [previous, (.yearBefore, words.yearBefore)]
  }

  private func first(_ part: TableLayout.Part) -> Shown? { tables.first { $0.layout.part == part } }

  // MARK: Shares

  private func sectors() -> Label? {
    guard let (layout, table) = first(.sectors), let share = layout.share(of: layout.demand) else { return nil }
    let rows = table.rows.filter { $0.role == .item }
    let shares = rows.compactMap { row in
      table.cell(row.key, share.id)?.value.map { named(.shareOfAll, row.label, percent: $0) }
    }
    guard shares.count == rows.count, !rows.isEmpty else { return nil }
    return texts.label(
      .sectors, ["shares": texts.list(shares), "changes": changes(rows.map { ($0.key, $0.label) }, table, share)])
  }

  private func industries() -> Label? {
    guard let (layout, table) = first(.industries), let share = layout.share(of: layout.demand) else { return nil }
    let shown = ShownRows(table, share)
    let rows = Array(shown.rows.prefix(SectionNarrative.industryCount))
    guard rows.count == SectionNarrative.industryCount, rows.allSatisfy({ $0.value > 0 }) else { return nil }
    return texts.label(
      .industries,
      [
        "compared": compared(shown.mayLack(amongFirst: rows.count)), "industries": shares(rows), "sum": sum(rows),
        "changes": changes(rows.map { ($0.key, $0.label) }, table, share),
      ])
  }

  /// How the shares of rows changed, a clause for each period; none for a period of which a change is hidden.
  private func changes(
    _ rows: [(key: String, label: Label)], _ table: ProtectedTable, _ share: TableLayout.Column
  ) -> Label {
    let clauses = since.compactMap { when, name -> Label? in
      let moves = rows.compactMap { row -> Label? in
        table.cell(row.key, TableColumns.id(share, since: when))?.value.map { change in
          change == 0
            ? texts.label(.shareSame, ["name": row.label])
            : texts.label(
              change > 0 ? .shareUp : .shareDown, ["name": row.label, "points": Narrative.unsigned(change)])
        }
      }
      return moves.count == rows.count
        ? texts.label(.shareChanges, ["since": name, "changes": texts.list(moves, .comma)]) : nil
    }
    return Label(zh: clauses.map(\.zh).joined(), en: clauses.map(\.en).joined())
  }

  // MARK: Occupations

  /// The major groups that most openings, and most seekers, are of.
  func occupations() -> Label? {
    guard let (layout, table) = first(.occupations) else { return nil }
    func side(_ column: TableLayout.Column?) -> (rows: [ShownRows.Row], mayLack: Bool)? {
      guard let share = layout.share(of: column) else { return nil }
      let shown = ShownRows(table, share)
      let rows = Array(shown.rows.prefix(SectionNarrative.mainCount))
      guard rows.count == SectionNarrative.mainCount, rows.allSatisfy({ $0.value > 0 }) else { return nil }
      return (rows, shown.mayLack(amongFirst: rows.count))
    }
    func isMain(_ rows: [ShownRows.Row]) -> Bool {
      rows.reduce(0) { $0 + $1.value } >= SectionNarrative.mainShare
    }
    let (openings, seekers) = (side(layout.demand), side(layout.seekers))
    if let openings, let seekers, openings.rows.map(\.key) == seekers.rows.map(\.key), isMain(openings.rows),
      isMain(seekers.rows)
    {
      return texts.label(
        .mainOfBoth,
        [
          "compared": compared(openings.mayLack || seekers.mayLack),
          "names": texts.list(openings.rows.map(\.label)), "openings": sum(openings.rows), "seekers": sum(seekers.rows),
        ])
    }
    let parts = [(openings, NarrativeText.openings), (seekers, .seekers)].compactMap { side, whole in
      side.map {
        texts.label(
          isMain($0.rows) ? .main : .most,
          [
            "compared": compared($0.mayLack), "names": shares($0.rows), "whole": texts.label(whole),
            "sum": sum($0.rows),
          ])
      }
    }
    return parts.isEmpty ? nil : texts.label(.occupations, ["parts": texts.list(parts, .semicolon)])
  }

  /// The major groups with the highest and the lowest ratio.
  func ratios() -> Label? {
    guard let (layout, table) = first(.occupations), let column = layout.ratioColumn else { return nil }
    return extremes(ShownRows(table, column)).map { texts.label(.occupationRatios, $0) }
  }

  private func gaps() -> Label? {
    switch (leadingGaps(.shortages), leadingGaps(.surpluses)) {
    case (let lack?, let excess?):
      return texts.label(.gaps, ["compared": lack.compared, "shortages": lack.rows, "surpluses": excess.rows])
    case (let lack?, nil): return texts.label(.shortages, ["compared": lack.compared, "shortages": lack.rows])
    case (nil, let excess?): return texts.label(.surpluses, ["compared": excess.compared, "surpluses": excess.rows])
    case (nil, nil): return nil
    }
  }

  /// The first rows of a ranking with their persons, and among what they are the first; nil where it has none.
  func leadingGaps(_ ranking: TableLayout.Ranking) -> (compared: Label, rows: Label)? {
    guard let (layout, table) = tables.first(where: { $0.layout.form == .ranking(ranking) }), let gap = layout.gap,
      !table.rows.isEmpty
    else { return nil }
    let rows = texts.list(
      table.rows.prefix(SectionNarrative.gapCount).map { row in
        let persons = abs(table.cell(row.key, gap.id)?.value ?? 0)
        return texts.label(
          .namedGap, ["name": row.label, "persons": Label(NumberText.fixed(persons, decimals: 0, separator: ","))])
      })
    // A public ranking lists what may be shown, and not what may not.
    return (compared(table.audience == .everybody), rows)
  }

  // MARK: Skills

  /// How many openings ask for no level of skill, and which levels are the tightest.
  private func levels() -> Label? {
    guard let (layout, table) = first(.levels) else { return nil }
    let free = layout.unassigned.flatMap { row in
      layout.share(of: layout.demand).flatMap { share in
        table.cell(row.key, share.id)?.value.map { value in
          texts.label(
            .freeOfLevels, ["share": Narrative.unsigned(value), "change": change(of: row.key, table, share)])
        }
      }
    }
    // Seekers of whom no level is known stand in a row like those of a level.
    let unknown = Set(layout.rows.filter { $0.codes.contains("") }.map(\.key))
    let tightest = layout.ratioColumn.flatMap { extremes(ShownRows(table, $0, without: unknown)) }.map {
      texts.label(.levelRatios, $0)
    }
    let parts = [free, tightest].compactMap { $0 }
    return parts.isEmpty ? nil : texts.label(.levels, ["parts": texts.list(parts, .semicolon)])
  }

  /// Since the first of the periods that are compared; empty where it is hidden or there is none.
  private func change(of row: String, _ table: ProtectedTable, _ share: TableLayout.Column) -> Label {
    guard let (when, name) = since.first,
      let change = table.cell(row, TableColumns.id(share, since: when))?.value
    else { return Texts.none }
    return self.change(ofPoints: change, since: name)
  }

  /// A clause on a share or rate.
  func change(ofPoints change: Double, since name: Label) -> Label {
    guard change != 0 else { return texts.label(.pointsSame, ["since": name]) }
    return texts.label(
      change > 0 ? .pointsUp : .pointsDown, ["since": name, "points": Narrative.unsigned(change)])
  }

  // MARK: Parts of sentences

  private func extremes(_ shown: ShownRows) -> [String: Label]? {
    guard let (high, low) = shown.extremes else { return nil }
    return ["compared": compared(shown.isPartial), "highest": texts.ratio(of: high), "lowest": texts.ratio(of: low)]
  }

  private func shares(_ rows: [ShownRows.Row]) -> Label {
    texts.list(rows.map { named(.namedShare, $0.label, percent: $0.value) })
  }

  private func named(_ text: NarrativeText, _ name: Label, percent: Double) -> Label {
    texts.label(text, ["name": name, "share": Narrative.unsigned(percent)])
  }

  /// Of the shares as they are printed, so that readers who add them get it.
  private func sum(_ rows: [ShownRows.Row]) -> Label { Narrative.unsigned(rows.reduce(0) { $0 + $1.value }) }

  private func compared(_ isPartial: Bool) -> Label { isPartial ? texts.label(.comparedShown) : Texts.none }
}
