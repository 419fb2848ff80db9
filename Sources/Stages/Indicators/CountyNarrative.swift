import Domain
import Tables

/// What the city's page says of its counties: where openings are most for each seeker, where fewest, and what changed.
struct CountyNarrative {
  /// The counties, as their own pages show them.
  let counties: [RegionReport]
  let period: Period
  let texts: Texts

  /// Nil where the ratios of fewer than two counties are shown.
  func sentence() -> Label? {
    let now = shown { $0.trend.last { $0.period == period }?.ratio.value }
    guard now.rows.count > 1 else { return nil }
    let compared = now.isPartial ? texts.label(.comparedShown) : Texts.none
    guard let (high, low) = now.extremes else {
      return texts.label(
        .countiesEqual,
        ["compared": compared, "ratio": Narrative.unsigned(now.rows[0].value), "moves": moves()])
    }
    return texts.label(
      .counties,
      ["compared": compared, "highest": texts.ratio(of: high), "lowest": texts.ratio(of: low), "moves": moves()])
  }

  private func shown(_ value: (RegionReport) -> Double?) -> ShownRows {
    let rows = counties.map { county in
      value(county).map { ShownRows.Row(key: county.code, label: county.name, value: $0) }
    }
    return ShownRows(rows.compactMap { $0 }, isPartial: rows.contains { $0 == nil })
  }

  /// Which ratio rose and which fell the most since the period before, and where one side of the market has become the
  /// larger one. Of counties that show both periods.
  private func moves() -> Label {
    let changes = shown { county in
      guard let (now, before) = ratios(county) else { return nil }
      return Rounding.round(now - before)
    }
    let rose = changes.rows.filter { $0.value > 0 && $0.value == changes.rows.first?.value }
    let fell = changes.rows.filter { $0.value < 0 && $0.value == changes.rows.last?.value }
    func turned(_ isTurned: (Double, Double) -> Bool) -> [Label] {
      counties.filter { ratios($0).map(isTurned) ?? false }.map(\.name)
    }
    let clauses: [(NarrativeText, [Label], Double?)] = [
      (.rose, rose.map(\.label), rose.first?.value), (.fell, fell.map(\.label), fell.first?.value),
      (.turnedLack, turned { $0 > 1 && $1 < 1 }, nil), (.turnedExcess, turned { $0 < 1 && $1 > 1 }, nil),
    ]
    let told = clauses.filter { !$0.1.isEmpty }.map { text, names, amount in
      var parts = ["names": texts.list(names)]
      if let amount { parts["amount"] = Narrative.unsigned(amount) }
      return texts.label(text, parts)
    }
    guard !told.isEmpty else { return Texts.none }
    return texts.label(
      .countyMoves, ["since": texts.words(before: period).previous, "moves": texts.list(told, .comma)])
  }

  private func ratios(_ county: RegionReport) -> (now: Double, before: Double)? {
    func ratio(_ period: Period) -> Double? { county.trend.last { $0.period == period }?.ratio.value }
    guard let now = ratio(period), let before = ratio(period.previous) else { return nil }
    return (now, before)
  }
}
