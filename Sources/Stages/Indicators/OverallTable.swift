import Domain
import Tables

/// T1: what was valid, carried over and newly registered, with plain differences and growth on the matched panel.
struct OverallTable {
  typealias Draft = DraftTable.DraftCell
  typealias When = RegionLeaves.When

  /// Stocks by reporting unit of one side, in the three periods.
  struct Stocks {
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
  let demand: Stocks
  let seekers: Stocks
  /// The same of the whole city, which says who reported.
  let city: (demand: Stocks, seekers: Stocks)

  private var leaves: TableLeaves { TableLeaves(layout: layout, region: region) }
  private var comparisons: [When] { layout.hasChanges ? [.previous, .yearBefore] : [] }

  func table() -> DraftTable {
    DraftTable(
      layout,
      rows: layout.rows.map { row in
        DraftTable.Row(key: row.key, label: row.label, role: row.role, cells: layout.columns.flatMap { cells($0, row) })
      })
  }

  static func total(_ stocks: [Int: Stock], _ measure: (Stock) -> Int, in units: Set<Int>? = nil) -> Double {
    Double(stocks.reduce(0) { $0 + (units?.contains($1.key) ?? true ? measure($1.value) : 0) })
  }

  private func cells(_ column: TableLayout.Column, _ row: TableLayout.Row) -> [Draft] {
    if column.figure?.isRatio ?? false { return ratios(row) }
    let isDemand = column.figure?.isDemand ?? false
    let (stocks, measure) = isDemand ? (demand, MarketMeasure.demand) : (seekers, .seekers)
    let city = isDemand ? city.demand : city.seekers
    func amount(_ stock: Stock) -> Int {
      (row.codes.contains(TableLayout.carried) ? stock.carried : 0)
        + (row.codes.contains(TableLayout.new) ? stock.registered : 0)
    }
    let now = OverallTable.total(stocks.now, amount)
    let own = Draft(.number(now, decimals: 0), leaves.count(row, measure))
    return [own]
      + comparisons.flatMap { when -> [Draft] in
        let before = stocks[when]
        let units = ReportingPanel(now: city.now, before: city[when]).units
        let exists = OverallTable.total(before, { $0.valid }) > 0
        let growth = Formula.growth(
          OverallTable.total(stocks.now, amount, in: units), OverallTable.total(before, amount, in: units))
        let leaves = own.leaves + leaves.count(row, measure, when)
        return [
          Draft(exists ? .number(now - OverallTable.total(before, amount), decimals: 0) : .unavailable, leaves),
          Draft(growth, leaves + [region(measure, LeafPart.panel, when)]),
        ]
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
