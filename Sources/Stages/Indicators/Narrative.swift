import Documents
import Domain
import Tables

/// The opening sentences that readers of the bulletin know, each made from figures alone.
struct Narrative {
  let period: Period
  let rules: BulletinRules
  let headline: Headline
  let overall: ProtectedTable
  /// What stands above the tables of the region.
  let sections: SectionNarrative
  /// Of the city: what is said of its counties.
  let counties: Label?
  /// Of the openings closed in the period those that were filled, in percent; nil where nobody asked for it.
  let fillRate: KeyFigure?
  /// The last day that anything was registered in the period.
  let dataUntil: Day
  let texts: Texts

  /// The sentences below the headline.
  func sentences() -> [Label] {
    let rest = [filling(), counties, sections.occupations(), sections.ratios(), leadingSurpluses(), incompleteness()]
    return [opening()] + (sections.since.map(growth) + rest).compactMap { $0 }
  }

  /// A figure of the whole market, or of a row that it consists of.
  private func cell(
    _ column: TableLayout.Column, _ when: TableColumns.When = .now, isGrowth: Bool = false, of row: String? = nil
  ) -> Cell? {
    overall.cell(row ?? headline.row, TableColumns.id(column, since: when, isGrowth: isGrowth))
  }

  /// A period whose last month has brought nothing is not over, or its files have not come.
  private func incompleteness() -> Label? {
    guard dataUntil.monthOrdinal < period.months.upperBound else { return nil }
    let day = Label(zh: Language.zh.date(dataUntil), en: Language.en.date(dataUntil))
    return texts.label(.incomplete, ["day": day])
  }

  private func count(_ column: TableLayout.Column) -> String {
    let cell = cell(column) ?? .unavailable
    return cell.value.map { NumberText.fixed($0, decimals: 0, separator: ",") } ?? cell.csv
  }

  private func opening() -> Label {
    let name = Label(period)
    let (openings, seekers) = (Label(count(headline.demand)), Label(count(headline.seekers)))
    guard let ratio = cell(headline.ratio), ratio.value != nil else {
      if cell(headline.ratio) == .suppressed {
        return texts.label(.openingHidden, ["period": name, "openings": openings, "seekers": seekers])
      }
      return texts.label(.openingWithoutSeekers, ["period": name, "openings": openings])
    }
    let clauses = [texts.label(.ratio, ["ratio": Label(ratio.csv)])] + sections.since.compactMap(ratioChange)
    return texts.label(
      .opening,
      [
        "period": name, "openings": openings, "seekers": seekers, "ratio": texts.list(clauses, .comma),
        "moves": moves(),
      ])
  }

  private func ratioChange(since: TableColumns.When, _ words: Label) -> Label? {
    guard let change = cell(headline.ratio, since)?.value else { return nil }
    guard change != 0 else { return texts.label(.ratioUnchanged, ["since": words]) }
    let amount = Narrative.unsigned(change)
    return texts.label(change > 0 ? .ratioUp : .ratioDown, ["since": words, "amount": amount])
  }

  /// What the changes of the ratio mean, by the bureau's rules; empty where they have no word for it.
  private func moves() -> Label {
    guard rules.tightness[.openingsPerSeeker] != nil else { return Texts.none }
    let moves = sections.since.compactMap { when, name in
      cell(headline.ratio, when)?.value.map { (change: $0, since: name) }
    }
    guard let first = moves.first else { return Texts.none }
    var clauses = moves.map { move($0.change, since: $0.since) }
    if moves.count == 2, move(first.change, since: Texts.none) == move(moves[1].change, since: Texts.none) {
      clauses = [move(first.change, since: texts.label(.both, ["first": first.since, "second": moves[1].since]))]
    }
    return texts.label(.moves, ["clauses": texts.list(clauses, .comma)])
  }

  private func move(_ change: Double, since: Label) -> Label {
    guard let isTighter = rules.isTighter(.openingsPerSeeker, change: change) else {
      return texts.label(.asTight, ["since": since])
    }
    let cause = texts.label(change > 0 ? .moreOpenings : .moreSeekers)
    return texts.label(isTighter ? .moreTight : .lessTight, ["since": since, "cause": cause])
  }

  /// How many of the openings that ended were filled, and since when more or fewer. Nil where that is not shown.
  private func filling() -> Label? {
    guard let fillRate, let rate = fillRate.value.value else { return nil }
    let changes = zip(sections.since, [fillRate.qoq, fillRate.yoy]).map { since, change in
      change.value.map { sections.change(ofPoints: $0, since: since.name) } ?? Texts.none
    }
    return texts.label(
      .filling,
      [
        "rate": Narrative.unsigned(rate), "first": changes.first ?? Texts.none,
        "second": changes.dropFirst().first ?? Texts.none,
      ])
  }

  /// What the period says in a line: the word for the balance, openings for a hundred seekers, and where the ratio stands
  /// among those before it. Nil where there is no ratio to show.
  ///
  /// - Parameter trend: this period last.
  func message(_ trend: [TrendPoint]) -> Label? {
    guard let ratio = cell(headline.ratio)?.value, let band = rules.band(ratio) else { return nil }
    let openings = Label(NumberText.fixed((ratio * 100).rounded(), decimals: 0))
    let standing = standing(trend).map(clause) ?? Label("")
    return texts.label(.headline, ["balance": band, "openings": openings, "standing": standing])
  }

  /// Nil where there is no ratio to show.
  ///
  /// - Parameter trend: this period last.
  func standing(_ trend: [TrendPoint]) -> RatioStanding? {
    RatioStanding(trend, change: cell(headline.ratio, .previous)?.value)
  }

  private func clause(_ standing: RatioStanding) -> Label {
    let name: NarrativeText =
      switch standing {
      case .lowest: .standingLowest
      case .highest: .standingHighest
      case .above: .standingUp
      case .below: .standingDown
      case .same: .standingSame
      }
    return texts.label(name, texts.places(of: standing, in: period))
  }

  /// What openings grew by of those that are new, and of those carried over, since the period before, where the two go
  /// apart and the sum tells of neither; else empty.
  private func parts(since when: TableColumns.When) -> Label {
    let growth = Dictionary(
      uniqueKeysWithValues: headline.layout.rows.filter { !$0.isWholeStock }.compactMap { row in
        row.codes.first.map { ($0, cell(headline.demand, when, isGrowth: true, of: row.key)?.value) }
      })
    guard when == .previous, let fresh = growth[TableLayout.new] ?? nil,
      let carried = growth[TableLayout.carried] ?? nil,
      fresh * carried < 0
    else { return Texts.none }
    return texts.label(.parts, ["fresh": side(fresh), "carried": side(carried)])
  }

  /// Same direction in one clause, opposite directions in two. Nil where one of both is hidden or has nothing before it.
  private func growth(since when: TableColumns.When, _ words: Label) -> Label? {
    guard let demand = cell(headline.demand, when, isGrowth: true)?.value,
      let seekers = cell(headline.seekers, when, isGrowth: true)?.value
    else { return nil }
    if demand * seekers > 0 {
      let amounts = [
        "demand": Narrative.unsigned(demand), "seekers": Narrative.unsigned(seekers), "parts": parts(since: when),
      ]
      return texts.label(demand > 0 ? .growthUp : .growthDown, ["since": words].merging(amounts) { $1 })
    }
    return texts.label(
      .growthApart, ["since": words, "demand": side(demand), "seekers": side(seekers), "parts": parts(since: when)])
  }

  private func side(_ growth: Double) -> Label {
    guard growth != 0 else { return texts.label(.sideUnchanged) }
    return texts.label(growth > 0 ? .sideUp : .sideDown, ["percent": Narrative.unsigned(growth)])
  }

  /// A change without its sign, since the words tell the direction.
  static func unsigned(_ change: Double) -> Label { Label(Cell.number(abs(change), decimals: 2).csv) }

  /// Where seekers are most beyond openings; the opposite has a drawing of its own beside the sentences.
  private func leadingSurpluses() -> Label? {
    sections.leadingGaps(.surpluses).map {
      texts.label(.surpluses, ["compared": $0.compared, "surpluses": $0.rows])
    }
  }
}

extension Texts {
  /// What words on a standing are filled with: how many periods there are, or the one before.
  func places(of standing: RatioStanding, in period: Period) -> [String: Label] {
    switch standing {
    case .lowest(let number), .highest(let number): ["count": count(number, of: period.unit)]
    case .above, .below, .same: ["since": words(before: period).previous]
    }
  }
}
