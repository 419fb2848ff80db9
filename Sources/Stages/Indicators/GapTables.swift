import Domain
import Tables

/// T6 and T7: the occupations (小类) with the largest gaps (F6).
struct GapTables {
  let list: CodeList
  let gaps: OccupationGaps
  /// Which rows of a ranking are marked.
  var low: ([OccupationGaps.Ranked]) -> Set<String> = { _ in [] }

  /// - Parameters:
  ///   - pairs: of the occupations that may be listed.
  ///   - unassigned: seekers without an intention, and the leaf part that they are.
  func table(
    _ layout: TableLayout, _ ranking: TableLayout.Ranking, _ pairs: [String: (demand: Int, seekers: Int)],
    unassigned: (count: Int, part: String), demandTotal: Int, region: RegionLeaves
  ) -> DraftTable {
    let ranked = gaps.largest(pairs, isShortage: ranking == .shortages)
    let low = low(ranked)
    let rows = ranked.enumerated().map { rank, entry in
      let (demand, seekers) = (Double(entry.value.demand), Double(entry.value.seekers))
      let label = list.entry(code: entry.key)?.labelOrCode ?? Label(zh: entry.key, en: entry.key)
      let part = LeafPart.minorGroup(entry.key)
      let (openings, persons) = (region(.demand, part), region(.seekers, part))
      let cells = layout.columns.map { column -> DraftTable.DraftCell in
        switch column.kind {
        case .swift(.occupationCode): return .init(.text(entry.key), [openings, persons])
        case .swift(.validOpenings): return .init(.number(demand, decimals: 0), [openings])
        case .swift(.validSeekers): return .init(.number(seekers, decimals: 0), [persons])
        case .difference(let first, _):
          let gap = first == layout.demand?.id ? demand - seekers : seekers - demand
          return .init(.number(gap, decimals: 0), [openings, persons])
        case .swift, .share:
          return .init(
            Formula.ratioSharingSeekers(
              demand: demand, seekers: seekers, unassigned: Double(unassigned.count), demandTotal: Double(demandTotal)),
            [openings, persons, region(.demand), region(.seekers, unassigned.part)])
        }
      }
      return DraftTable.Row(
        key: "\(rank + 1)", label: label, role: .item, cells: cells,
        isLow: low.contains(entry.key))
    }
    return DraftTable(layout, rows: rows)
  }
}
