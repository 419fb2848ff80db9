import Domain
import Tables

/// Builds a table that groups both sides of the market by one dimension (T2-T5, T8-T12).
struct GroupedTable {
  let layout: TableLayout
  let matcher: RowMatcher
  let region: RegionLeaves

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
    let rows = layout.rows.map { row in
      var cells: [DraftTable.DraftCell] = []
      if layout.sides != .seekers { cells += side(row, .demand, now, previous, yearBefore) }
      if layout.sides != .demand { cells += side(row, .seekers, now, previous, yearBefore) }
      if layout.ratio != .absent {
        let ratio = ratio(row, now)
        func change(_ before: Sides, _ when: TableLeaves.When) -> DraftTable.DraftCell {
          .init(
            Formula.ratioChange(ratio, self.ratio(row, before)),
            leaves.change(since: when) { leaves.ratio(row, $0) })
        }
        cells += [.init(ratio, leaves.ratio(row)), change(previous, .previous), change(yearBefore, .yearBefore)]
      }
      return DraftTable.Row(key: row.key, label: row.label, role: row.role, cells: cells)
    }
    return DraftTable(
      id: layout.id, title: layout.title, measures: TableColumns.grouped(layout), rows: rows, note: layout.note,
      audience: .everybody)
  }

  private func has(_ key: String, _ side: TableLayout.Sides) -> Bool {
    guard let row = layout.rows.first(where: { $0.key == key }) else { return false }
    return row.side == nil || row.side == side
  }

  private func side(
    _ row: TableLayout.Row, _ side: TableLayout.Sides, _ now: Sides, _ previous: Sides, _ yearBefore: Sides
  ) -> [DraftTable.DraftCell] {
    let measure: MarketMeasure = side == .demand ? .demand : .seekers
    func change(_ when: TableLeaves.When) -> [Leaf] {
      leaves.change(since: when) { leaves.share(row, measure, $0) }
    }
    return zip(
      values(row, side, now, previous, yearBefore),
      [leaves.count(row, measure), leaves.share(row, measure), change(.previous), change(.yearBefore)]
    ).map { .init($0, $1) }
  }

  /// Count, share and the changes of the share.
  private func values(
    _ row: TableLayout.Row, _ side: TableLayout.Sides, _ now: Sides, _ previous: Sides, _ yearBefore: Sides
  ) -> [Cell] {
    guard row.side == nil || row.side == side else { return Array(repeating: .notApplicable, count: 4) }
    // Where all is of unknown industry there is nothing to spread by.
    let hasNothingKnown = layout.spreadsRest && now.demand.isEmpty && now.demandTotal > 0
    if hasNothingKnown, row.role != .total { return Array(repeating: .unavailable, count: 4) }
    let share = share(row, side, now)
    return [
      .number(Rounding.round(count(row, side, now), decimals: 0), decimals: 0),
      share.map { .number(Rounding.round($0), decimals: 2) } ?? .unavailable,
      Formula.shareChange(share, self.share(row, side, previous)),
      Formula.shareChange(share, self.share(row, side, yearBefore)),
    ]
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
    let unassignedRow = leaves.unassigned
    switch layout.ratio {
    case .absent: return .notApplicable
    case .f3:
      let unassigned = unassignedRow.map { count($0, .seekers, sides) } ?? 0
      return Formula.ratioSharingSeekers(
        demand: demand, seekers: seekers, unassigned: unassigned, demandTotal: sides.demandTotal)
    case .f4:
      let unassigned = unassignedRow.map { count($0, .demand, sides) } ?? 0
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
