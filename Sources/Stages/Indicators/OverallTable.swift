import Domain
import Tables

/// T1: what was valid, carried over and newly registered, with plain differences and growth on the matched panel.
struct OverallTable {
  typealias Draft = DraftTable.DraftCell
  typealias When = RegionLeaves.When

  /// Stocks by reporting unit of one side, in the three periods.
  struct Panel {
    let now: [Int: Stock]
    let previous: [Int: Stock]
    let yearBefore: [Int: Stock]

    subscript(when: When) -> [Int: Stock] {
      switch when {
      case .now: now
      case .previous: previous
      case .yearBefore: yearBefore
      }
    }
  }

  let layout: TableLayout
  let region: RegionLeaves
  let demand: Panel
  let seekers: Panel

  private var leaves: TableLeaves { TableLeaves(layout: layout, region: region) }
  private var comparisons: [When] { layout.hasChanges ? [.previous, .yearBefore] : [] }

  func table() -> DraftTable {
    DraftTable(
      layout,
      rows: layout.rows.map { row in
        DraftTable.Row(key: row.key, label: row.label, role: row.role, cells: layout.columns.flatMap { cells($0, row) })
      })
  }

  /// Number of units that reported in both periods, and in either.
  static func matched(_ now: [Int: Stock], _ before: [Int: Stock]) -> (both: Set<Int>, either: Set<Int>) {
    let current = Set(now.filter { $0.value.registered > 0 }.keys)
    let earlier = Set(before.filter { $0.value.registered > 0 }.keys)
    let both = current.intersection(earlier).filter { unit in
      guard let now = now[unit], let before = before[unit] else { return false }
      return !isFirstCollection(now.registered, before.registered)
    }
    return (both, current.union(earlier))
  }

  /// Whether a unit was not collected in the period before: what is first collected brings what has survived of older
  /// postings, and as many more would be read as growth.
  private static func isFirstCollection(_ now: Int, _ before: Int) -> Bool { now >= 100 && now > 10 * before }

  static func total(_ stocks: [Int: Stock], _ measure: (Stock) -> Int, in units: Set<Int>? = nil) -> Double {
    Double(stocks.reduce(0) { $0 + (units?.contains($1.key) ?? true ? measure($1.value) : 0) })
  }

  private func cells(_ column: TableLayout.Column, _ row: TableLayout.Row) -> [Draft] {
    if column.figure?.isRatio ?? false { return ratios(row) }
    let (panel, measure) = (column.figure?.isDemand ?? false) ? (demand, MarketMeasure.demand) : (seekers, .seekers)
    func amount(_ stock: Stock) -> Int {
      (row.codes.contains(TableLayout.carried) ? stock.carried : 0)
        + (row.codes.contains(TableLayout.new) ? stock.registered : 0)
    }
    let now = OverallTable.total(panel.now, amount)
    let own = Draft(.number(now, decimals: 0), leaves.count(row, measure))
    return [own]
      + comparisons.flatMap { when -> [Draft] in
        let before = panel[when]
        let exists = OverallTable.total(before, { $0.valid }) > 0
        let units = OverallTable.matched(panel.now, before).both
        let growth = Formula.growth(
          OverallTable.total(panel.now, amount, in: units), OverallTable.total(before, amount, in: units))
        return [
          exists ? .number(now - OverallTable.total(before, amount), decimals: 0) : .unavailable, growth,
        ].map { Draft($0, own.leaves + leaves.count(row, measure, when)) }
      }
  }

  /// The ratio of the whole stock, with its changes.
  private func ratios(_ row: TableLayout.Row) -> [Draft] {
    let now = row.isWholeStock ? ratio(.now) : .notApplicable
    return [Draft(now, leaves.ratio(row))]
      + comparisons.map { when in
        let change = row.isWholeStock ? Formula.ratioChange(now, ratio(when)) : .notApplicable
        return Draft(change, leaves.ratio(row) + leaves.ratio(row, when))
      }
  }

  private func ratio(_ when: When) -> Cell {
    Formula.ratio(
      OverallTable.total(demand[when], { $0.valid }), OverallTable.total(seekers[when], { $0.valid }))
  }
}
