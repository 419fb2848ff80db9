import Domain
import Tables

/// T1: what was valid, carried over and newly registered, with plain differences and growth on the matched panel.
struct OverallTable {
  /// Stocks by reporting unit of one side, in the three periods.
  struct Panel {
    let now: [Int: Stock]
    let previous: [Int: Stock]
    let yearBefore: [Int: Stock]
  }

  /// Key of the row of what was valid.
  static let valid = "valid"

  let layout: TableLayout
  let region: RegionLeaves
  let demand: Panel
  let seekers: Panel

  func table() -> DraftTable {
    let rows = layout.rows.compactMap { row -> DraftTable.Row? in
      guard let measure = OverallTable.measures[row.key] else { return nil }
      let leaves = TableLeaves(layout: layout, region: region)
      let isValid = row.key == OverallTable.valid
      let ratio = isValid ? self.ratio(\.now) : .notApplicable
      let ratios = [
        ratio,
        isValid ? Formula.ratioChange(ratio, self.ratio(\.previous)) : .notApplicable,
        isValid ? Formula.ratioChange(ratio, self.ratio(\.yearBefore)) : .notApplicable,
      ]
      let columns = [TableLeaves.When.now, .previous, .yearBefore]
      let cells =
        OverallTable.changes(demand, measure) { leaves.count(row, .demand, $0) }
        + OverallTable.changes(seekers, measure) { leaves.count(row, .seekers, $0) }
        + zip(ratios, columns).map { cell, when in
          DraftTable.DraftCell(
            cell, when == .now ? leaves.ratio(row) : leaves.change(since: when) { leaves.ratio(row, $0) })
        }
      return DraftTable.Row(key: row.key, label: row.label, role: row.role, cells: cells)
    }
    return DraftTable(
      id: layout.id, title: layout.title, measures: TableColumns.overall, rows: rows, note: layout.note,
      audience: .everybody)
  }

  /// Number of units that reported in both periods, and in either.
  static func matched(_ now: [Int: Stock], _ before: [Int: Stock]) -> (both: Set<Int>, either: Set<Int>) {
    let current = Set(now.filter { $0.value.registered > 0 }.keys)
    let earlier = Set(before.filter { $0.value.registered > 0 }.keys)
    return (current.intersection(earlier), current.union(earlier))
  }

  static func total(_ stocks: [Int: Stock], _ measure: (Stock) -> Int, in units: Set<Int>? = nil) -> Double {
    Double(stocks.reduce(0) { $0 + (units?.contains($1.key) ?? true ? measure($1.value) : 0) })
  }

  private static let measures: [String: @Sendable (Stock) -> Int] = [
    valid: { $0.valid }, LeafPart.carried: { $0.carried }, LeafPart.new: { $0.registered },
  ]

  private static func changes(
    _ panel: Panel, _ measure: (Stock) -> Int, _ leaves: (TableLeaves.When) -> [Leaf]
  ) -> [DraftTable.DraftCell] {
    let now = total(panel.now, measure)
    var cells = [DraftTable.DraftCell(.number(now, decimals: 0), leaves(.now))]
    for (before, when) in [(panel.previous, TableLeaves.When.previous), (panel.yearBefore, .yearBefore)] {
      let exists = total(before, { $0.valid }) > 0
      let units = matched(panel.now, before).both
      cells += [
        exists ? .number(now - total(before, measure), decimals: 0) : .unavailable,
        Formula.growth(total(panel.now, measure, in: units), total(before, measure, in: units)),
      ].map { DraftTable.DraftCell($0, leaves(.now) + leaves(when)) }
    }
    return cells
  }

  private func ratio(_ period: KeyPath<Panel, [Int: Stock]>) -> Cell {
    Formula.ratio(
      OverallTable.total(demand[keyPath: period], { $0.valid }),
      OverallTable.total(seekers[keyPath: period], { $0.valid }))
  }
}
