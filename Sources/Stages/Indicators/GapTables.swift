import Domain
import Tables

/// T6 and T7: the occupations (小类) with the largest gaps (F6).
struct GapTables {
  let list: CodeList
  let topCount: Int

  /// Openings and seekers of each 小类; codes above that level take no part.
  func pairs(demand: [String: Int], seekers: [String: Int]) -> [String: (demand: Int, seekers: Int)] {
    var pairs: [String: (demand: Int, seekers: Int)] = [:]
    for (code, count) in demand {
      if let group = GapTables.group(code) { pairs[group, default: (0, 0)].demand += count }
    }
    for (code, count) in seekers {
      if let group = GapTables.group(code) { pairs[group, default: (0, 0)].seekers += count }
    }
    return pairs
  }

  /// The occupations with the largest gaps, in order.
  ///
  /// - Parameter isShortage: openings above seekers; else below.
  func largest(
    _ pairs: [String: (demand: Int, seekers: Int)], isShortage: Bool
  ) -> [(key: String, value: (demand: Int, seekers: Int))] {
    pairs.filter { isShortage ? $0.value.demand > $0.value.seekers : $0.value.demand < $0.value.seekers }
      .sorted {
        (-abs($0.value.demand - $0.value.seekers), $0.key) < (-abs($1.value.demand - $1.value.seekers), $1.key)
      }
      .prefix(topCount).map { $0 }
  }

  /// - Parameters:
  ///   - pairs: of the occupations that may be listed.
  ///   - unassigned: seekers without an intention, and the leaf part that they are.
  func table(
    _ layout: TableLayout, _ ranking: TableLayout.Ranking, _ pairs: [String: (demand: Int, seekers: Int)],
    unassigned: (count: Int, part: String), demandTotal: Int, region: RegionLeaves
  ) -> DraftTable {
    let rows = largest(pairs, isShortage: ranking == .shortages).enumerated().map { rank, entry in
      let (demand, seekers) = (Double(entry.value.demand), Double(entry.value.seekers))
      let name = list.entry(code: entry.key)?.name ?? entry.key
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
        key: "\(rank + 1)", label: Label(zh: name, en: "\(name) (\(entry.key))"), role: .item, cells: cells)
    }
    return DraftTable(layout, rows: rows)
  }

  /// The 小类 of a code; nil above that level.
  static func group(_ code: String) -> String? {
    let parts = code.split(separator: "-")
    guard parts.count >= 3 else { return nil }
    return parts.prefix(3).joined(separator: "-")
  }
}
