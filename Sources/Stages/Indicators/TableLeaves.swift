import Domain
import Tables

/// What the figures of a table laid out in rows are made of.
struct TableLeaves {
  typealias When = RegionLeaves.When

  let layout: TableLayout
  let region: RegionLeaves

  /// Of a row's count.
  func count(_ row: TableLayout.Row, _ side: MarketMeasure, _ when: When = .now) -> [Leaf] {
    // Whoever knows what was spread over the rows knows the rows, and the other way round; the total has nothing of it.
    let spread = layout.spreadsRest && row.role != .total ? [region(side, LeafPart.spread(layout.id), when)] : []
    return [region(side, part(row), when)] + spread
  }

  /// Of a row's share of its parent, or of the total.
  func share(_ row: TableLayout.Row, _ side: MarketMeasure, _ when: When = .now) -> [Leaf] {
    let base = row.parent.map { LeafPart.row(layout.id, $0) } ?? Leaf.total
    return count(row, side, when) + [region(side, base, when)]
  }

  /// Of a row's ratio, which takes in the totals and what is of no row.
  func ratio(_ row: TableLayout.Row, _ when: When = .now) -> [Leaf] {
    var leaves = [region(.demand, Leaf.total, when), region(.seekers, Leaf.total, when)]
    // A row of one side has nothing of the other.
    if row.side != .seekers { leaves.append(region(.demand, part(row), when)) }
    if row.side != .demand { leaves.append(region(.seekers, part(row), when)) }
    if let unassigned {
      leaves.append(region(layout.ratio == .f3 ? .seekers : .demand, LeafPart.row(layout.id, unassigned.key), when))
    }
    return leaves
  }

  /// The row that is shared out over the others before the ratio is formed.
  var unassigned: TableLayout.Row? { layout.unassigned }

  private func part(_ row: TableLayout.Row) -> String {
    if layout.form != .overall { return row.role == .total ? Leaf.total : LeafPart.row(layout.id, row.key) }
    return row.isWholeStock ? Leaf.total : row.codes.first ?? ""
  }
}
