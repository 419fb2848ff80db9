import Domain
import Tables

/// The figures that a page shows first.
enum KeyFigures {
  private typealias Draft = DraftTable.DraftCell

  /// - Parameters:
  ///   - overall: the table of the whole market.
  ///   - rules: what their changes mean.
  ///   - texts: what they are called.
  ///   - stocks: of openings, in the period and those that it is compared with.
  static func figures(
    _ headline: Headline, overall: DraftTable, stocks: (now: Stock, previous: Stock, yearBefore: Stock),
    region: RegionLeaves, _ decisions: LeafDecisions, _ rules: BulletinRules, _ texts: Texts
  ) -> [KeyFigure] {
    func figure(
      _ indicator: Indicator, _ label: Label, in unit: Label, _ value: Draft, qoq: Draft, yoy: Draft,
      changeUnit: Label
    ) -> KeyFigure {
      let (qoq, yoy) = (ProtectedCell(qoq, decisions), ProtectedCell(yoy, decisions))
      /// Of what readers see of the change.
      func meaning(_ change: ProtectedCell) -> Label? {
        change.value.flatMap { rules.isTighter(indicator, change: $0) }.map { texts.label($0 ? .tighter : .easier) }
      }
      return KeyFigure(
        id: indicator.rawValue, label: label, unit: unit, value: ProtectedCell(value, decisions), qoq: qoq, yoy: yoy,
        changeUnit: changeUnit, qoqMeaning: meaning(qoq), yoyMeaning: meaning(yoy))
    }
    func cell(_ column: TableLayout.Column, _ when: RegionLeaves.When = .now, isGrowth: Bool = false) -> Draft {
      overall.cell(headline.row, TableColumns.id(column, since: when, isGrowth: isGrowth)) ?? Draft(.unavailable, [])
    }
    func growth(_ column: TableLayout.Column, _ when: RegionLeaves.When) -> Draft { cell(column, when, isGrowth: true) }
    func gap(_ when: RegionLeaves.When = .now) -> Draft {
      difference(cell(headline.demand, when), cell(headline.seekers, when))
    }
    let (demand, seekers, ratio) = (headline.demand, headline.seekers, headline.ratio)
    let fill = fillRate(stocks, region)
    let (persons, percent) = (texts.label(.persons), texts.label(.percent))
    return [
      figure(
        .validOpenings, texts.label(.demand), in: persons, cell(demand),
        qoq: growth(demand, .previous), yoy: growth(demand, .yearBefore), changeUnit: percent),
      figure(
        .validSeekers, texts.label(.seekers), in: persons, cell(seekers),
        qoq: growth(seekers, .previous), yoy: growth(seekers, .yearBefore), changeUnit: percent),
      figure(
        .openingsPerSeeker, texts.label(.ratio), in: Texts.none, cell(ratio),
        qoq: cell(ratio, .previous), yoy: cell(ratio, .yearBefore), changeUnit: Texts.none),
      figure(
        .gap, texts.label(.gap), in: persons, gap(), qoq: gap(.previous), yoy: gap(.yearBefore),
        changeUnit: persons),
      figure(
        .fillRate, texts.label(key: Texts.key(Indicator.fillRate, "name")), in: percent, fill.value, qoq: fill.qoq,
        yoy: fill.yoy,
        changeUnit: texts.label(.points)),
    ]
  }

  private static func difference(_ demand: Draft, _ seekers: Draft) -> Draft {
    let leaves = demand.leaves + seekers.leaves
    guard let openings = demand.value.value, let persons = seekers.value.value else {
      return Draft(.unavailable, leaves)
    }
    return Draft(.number(openings - persons, decimals: 0), leaves)
  }

  private static func fillRate(
    _ stocks: (now: Stock, previous: Stock, yearBefore: Stock), _ region: RegionLeaves
  ) -> (value: Draft, qoq: Draft, yoy: Draft) {
    func leaves(_ times: RegionLeaves.When...) -> [Leaf] {
      times.flatMap { [region(.closed, Leaf.total, $0), region(.filled, Leaf.total, $0)] }
    }
    // Of the rates as the trend prints them, so that whoever subtracts these gets it.
    let now = Formula.fillRate(stocks.now)
    return (
      Draft(now, leaves(.now)),
      Draft(Formula.ratioChange(now, Formula.fillRate(stocks.previous)), leaves(.now, .previous)),
      Draft(Formula.ratioChange(now, Formula.fillRate(stocks.yearBefore)), leaves(.now, .yearBefore))
    )
  }
}
