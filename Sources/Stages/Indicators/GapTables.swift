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

  /// The occupations that T6 (`isShortage`: openings above seekers) or T7 lists, in order.
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
  ///   - isShortage: true for T6 (openings above seekers), false for T7.
  ///   - spare: leaf part of the seekers without an intention.
  func table(
    _ layout: TableLayout, _ pairs: [String: (demand: Int, seekers: Int)], isShortage: Bool, unassigned: Int,
    demandTotal: Int, region: RegionLeaves, spare: String
  ) -> DraftTable {
    let rows = largest(pairs, isShortage: isShortage).enumerated().map { rank, entry in
      let (demand, seekers) = (Double(entry.value.demand), Double(entry.value.seekers))
      let name = list.entry(code: entry.key)?.name ?? entry.key
      let part = LeafPart.minorGroup(entry.key)
      let (openings, persons) = (region(.demand, part), region(.seekers, part))
      return DraftTable.Row(
        key: "\(rank + 1)", label: Label(zh: name, en: "\(name) (\(entry.key))"), role: .item,
        cells: [
          .init(.text(entry.key), [openings, persons]), .init(.number(demand, decimals: 0), [openings]),
          .init(.number(seekers, decimals: 0), [persons]),
          .init(.number(demand - seekers, decimals: 0), [openings, persons]),
          .init(
            Formula.ratioSharingSeekers(
              demand: demand, seekers: seekers, unassigned: Double(unassigned), demandTotal: Double(demandTotal)),
            [openings, persons, region(.demand), region(.seekers, spare)]),
        ])
    }
    return DraftTable(
      id: layout.id, title: layout.title, measures: TableColumns.gaps, rows: rows, note: layout.note,
      audience: .everybody)
  }

  /// The 小类 of a code; nil above that level.
  static func group(_ code: String) -> String? {
    let parts = code.split(separator: "-")
    guard parts.count >= 3 else { return nil }
    return parts.prefix(3).joined(separator: "-")
  }
}
