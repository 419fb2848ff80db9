import Documents
import Domain
import Tables

/// What a chart shows, made of shown figures alone; nil where they do not say it, and the chart is called by what it is of.
struct ChartFinding {
  let region: RegionReport
  let texts: Texts

  /// Which side was the greater one: in all periods of the trend, or in the last. Of a period in which one side has
  /// nobody at all its register was not delivered.
  func balance() -> Label? {
    let gaps = region.trend.map { point -> Double? in
      guard let demand = point.demand.value, let seekers = point.seekers.value, demand > 0, seekers > 0 else {
        return nil
      }
      return demand - seekers
    }
    guard let period = region.trend.last?.period, let now = gaps.last ?? nil else { return nil }
    let count = ["count": texts.count(gaps.count, of: period.unit)]
    if gaps.allSatisfy({ $0.map { $0 > 0 } ?? false }) { return texts.filled(FindingText.alwaysLack, count) }
    if gaps.allSatisfy({ $0.map { $0 < 0 } ?? false }) { return texts.filled(FindingText.alwaysExcess, count) }
    return texts.filled(now > 0 ? FindingText.lack : now < 0 ? .excess : .balanced, [:])
  }

  /// Where the ratio stands.
  func ratio() -> Label? {
    guard let period = region.trend.last?.period, let standing = region.standing else { return nil }
    let name: FindingText =
      switch standing {
      case .lowest: .lowest
      case .highest: .highest
      case .above: .above
      case .below: .below
      case .same: .same
      }
    return texts.filled(name, texts.places(of: standing, in: period))
  }

  /// The rows that most openings are of.
  func industry(_ table: ProtectedTable, _ share: TableLayout.Column) -> Label? {
    let shown = ShownRows(table, share)
    guard let most = shown.extremes?.highest, let value = most.first?.value else { return nil }
    return texts.filled(
      FindingText.industry,
      [
        "compared": shown.mayLack(amongFirst: most.count) ? texts.label(.comparedShown) : Texts.none,
        "name": texts.list(most.map(\.label)), "share": Narrative.unsigned(value),
      ])
  }

  /// The occupations that lack most persons; where there is none, those that have most too many.
  ///
  /// - Parameters:
  ///   - gaps: openings less seekers.
  ///   - mayLack: where others are hidden, which may lack more.
  func gap(_ gaps: [(label: Label, value: Double)], mayLack: Bool) -> Label? {
    guard let most = gaps.map(\.value).max(), let least = gaps.map(\.value).min() else { return nil }
    let value = most > 0 ? most : least
    guard value != 0 else { return nil }
    let named = texts.list(gaps.filter { $0.value == value }.map(\.label))
    return texts.filled(
      value > 0 ? FindingText.shortage : .surplus,
      [
        "compared": mayLack ? texts.label(.comparedShown) : Texts.none, "name": named,
        "persons": Label(NumberText.fixed(abs(value), decimals: 0, separator: ",")),
      ])
  }

  /// Whether what is known today lies outside of what is expected, in eight of ten cases, of the last period ahead; of a
  /// gap else whether it keeps its sign.
  func outlook(_ line: OutlookLine, named name: Label, to period: Period, isGap: Bool) -> Label? {
    guard let now = line.history.last, let then = line.steps.last else { return nil }
    let words: FindingText =
      switch then {
      case _ where then.low80 > now: .rises
      case _ where then.high80 < now: .falls
      case _ where isGap && now > 0 && then.low80 > 0: .lacking
      case _ where isGap && now < 0 && then.high80 < 0: .sparing
      default: .unclear
      }
    return texts.filled(words, ["name": name, "period": Label(period)])
  }
}
