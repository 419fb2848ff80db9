import Domain
import Tables

/// Openings and seekers by the rows of a table of groups, of which a mismatch is formed (F11).
///
/// Openings without a requirement can be taken by anybody: they are shared out by seekers, as in F4. Seekers of whom it is
/// not stated are left out. Only what the table shows goes in, so that nobody can compute from it what the table hides.
struct MismatchGroups {
  typealias Pair = (vacancies: Double, seekers: Double)

  /// Nil where the bureau has no such table.
  private let table: GroupedTable?
  private let pairs: [Pair]

  /// - Parameter counts: of a region and period.
  init(_ dimension: Dimension, _ tables: [GroupedTable], _ counts: RegionCounts) throws {
    table = tables.first { $0.layout.dimension == dimension }
    guard let table else {
      pairs = []
      return
    }
    let sides = table.sides(
      demand: try counts.valid(MarketDataset.postings, dimension),
      seekers: try counts.valid(MarketDataset.seekers, dimension))
    let rows = MismatchGroups.rows(table.layout)
    let free = table.layout.unassigned.flatMap { sides.demand[$0.key] } ?? 0
    let all = rows.reduce(0) { $0 + (sides.seekers[$1.key] ?? 0) }
    pairs = rows.map { row in
      let seekers = sides.seekers[row.key] ?? 0
      return ((sides.demand[row.key] ?? 0) + (all > 0 ? free * seekers / all : 0), seekers)
    }
  }

  /// Rows that lie side by side.
  private static func rows(_ layout: TableLayout) -> [TableLayout.Row] { layout.rows.filter { $0.role == .item } }

  func cell(_ formula: ([Pair]) -> Cell) -> Cell { formula(pairs) }

  /// All that goes in; without a table a count that nobody knows.
  func leaves(_ region: RegionLeaves, _ when: RegionLeaves.When) -> [Leaf] {
    guard let table else { return [region(.demand, LeafPart.minorGroup(""), when)] }
    let leaves = TableLeaves(layout: table.layout, region: region)
    let rows = MismatchGroups.rows(table.layout)
    return rows.filter { $0.side != .seekers }.flatMap { leaves.count($0, .demand, when) }
      + rows.filter { $0.side != .demand }.flatMap { leaves.count($0, .seekers, when) }
      + (table.layout.unassigned.map { leaves.count($0, .demand, when) } ?? [])
  }
}
