import Domain
import Tables

/// Builds a table that groups both sides of the market by one dimension (T2-T5, T8-T12).
struct GroupedTable {
  typealias Draft = DraftTable.DraftCell
  typealias When = RegionLeaves.When

  let layout: TableLayout
  let matcher: RowMatcher
  let region: RegionLeaves
  /// Whether the table as a whole is marked.
  var isLow = false

  private var leaves: TableLeaves { TableLeaves(layout: layout, region: region) }

  /// The counts of each row, from counts by code.
  func sides(demand: [String: Int], seekers: [String: Int]) -> Sides {
    var sides = Sides()
    for (text, count) in demand {
      for key in matcher.rows(of: text) where has(key, .demand) { sides.demand[key, default: 0] += Double(count) }
      sides.demandTotal += Double(count)
    }
    for (text, count) in seekers {
      for key in matcher.rows(of: text) where has(key, .seekers) { sides.seekers[key, default: 0] += Double(count) }
      sides.seekersTotal += Double(count)
    }
    if layout.spreadsRest { spread(&sides) }
    return sides
  }

  /// - Parameters: counts of the three periods.
  func table(now: Sides, previous: Sides, yearBefore: Sides) -> DraftTable {
    let all: [When: Sides] = [.now: now, .previous: previous, .yearBefore: yearBefore]
    return DraftTable(
      layout,
      rows: layout.rows.map { row in
        DraftTable.Row(
          key: row.key, label: row.label, role: row.role, cells: layout.columns.flatMap { cells($0, row, all) })
      }, isLow: isLow)
  }

  private func has(_ key: String, _ side: TableLayout.Sides) -> Bool {
    layout.row(key).map { $0.side == nil || $0.side == side } ?? false
  }

  private func cells(_ column: TableLayout.Column, _ row: TableLayout.Row, _ all: [When: Sides]) -> [Draft] {
    if column.figure?.isRatio ?? false {
      let now = ratio(row, all[.now] ?? Sides())
      return [Draft(now, leaves.ratio(row))]
        + changes { when in
          let change = Formula.ratioChange(now, ratio(row, all[when] ?? Sides()))
          return Draft(change, leaves.ratio(row) + leaves.ratio(row, when))
        }
    }
    let base: String? = if case .share(let base) = column.kind { base } else { nil }
    let side: TableLayout.Sides = (base ?? column.id) == layout.demand?.id ? .demand : .seekers
    let measure: MarketMeasure = side == .demand ? .demand : .seekers
    guard let now = all[.now], base != nil else {
      let count = count(row, side, all[.now] ?? Sides())
      return [
        Draft(
          marker(row, side, all) ?? .number(Rounding.round(count, decimals: 0), decimals: 0),
          leaves.count(row, measure))
      ]
    }
    let share = share(row, side, now)
    let cell = share.map { Cell.number(Rounding.round($0), decimals: 2) } ?? .unavailable
    return [Draft(marker(row, side, all) ?? cell, leaves.share(row, measure))]
      + changes { when in
        let change = Formula.shareChange(share, self.share(row, side, all[when] ?? Sides()))
        return Draft(
          marker(row, side, all) ?? change, leaves.share(row, measure) + leaves.share(row, measure, when))
      }
  }

  private func changes(_ change: (When) -> Draft) -> [Draft] {
    layout.hasChanges ? [.previous, .yearBefore].map(change) : []
  }

  /// What a row says that has no figures of a side; nil where it has.
  private func marker(_ row: TableLayout.Row, _ side: TableLayout.Sides, _ all: [When: Sides]) -> Cell? {
    guard row.side == nil || row.side == side else { return .notApplicable }
    guard let now = all[.now] else { return .unavailable }
    // Where all is of unknown industry there is nothing to spread by.
    let hasNothingKnown = layout.spreadsRest && now.demand.isEmpty && now.demandTotal > 0
    return hasNothingKnown && row.role != .total ? .unavailable : nil
  }

  private func count(_ row: TableLayout.Row, _ side: TableLayout.Sides, _ sides: Sides) -> Double {
    if row.role == .total { return side == .demand ? sides.demandTotal : sides.seekersTotal }
    return (side == .demand ? sides.demand : sides.seekers)[row.key] ?? 0
  }

  private func share(_ row: TableLayout.Row, _ side: TableLayout.Sides, _ sides: Sides) -> Double? {
    let total = side == .demand ? sides.demandTotal : sides.seekersTotal
    let base = row.parent.map { (side == .demand ? sides.demand : sides.seekers)[$0] ?? 0 } ?? total
    return Formula.share(count(row, side, sides), of: base)
  }

  private func ratio(_ row: TableLayout.Row, _ sides: Sides) -> Cell {
    guard row.role == .item || row.role == .subitem else { return .notApplicable }
    let (demand, seekers) = (count(row, .demand, sides), count(row, .seekers, sides))
    switch layout.ratio {
    case .absent: return .notApplicable
    case .f3:
      let unassigned = leaves.unassigned.map { count($0, .seekers, sides) } ?? 0
      return Formula.ratioSharingSeekers(
        demand: demand, seekers: seekers, unassigned: unassigned, demandTotal: sides.demandTotal)
    case .f4:
      let unassigned = leaves.unassigned.map { count($0, .demand, sides) } ?? 0
      return Formula.ratioSharingDemand(
        demand: demand, seekers: seekers, unassigned: unassigned, seekersTotal: sides.seekersTotal)
    }
  }

  /// F5: what belongs to no row is spread over the rows in proportion.
  private func spread(_ sides: inout Sides) {
    let known = sides.demand.values.reduce(0, +)
    guard known > 0 else { return }
    let factor = sides.demandTotal / known
    sides.demand = sides.demand.mapValues { $0 * factor }
  }
}
