import Domain
import Tables
import Warehouse

/// Counts of one region in a period and in those that it is compared with.
struct ComparedCounts {
  let now: RegionCounts
  let previous: RegionCounts
  let yearBefore: RegionCounts

  /// What the units of a side reported.
  func stocks(_ dataset: String) throws -> OverallTable.Stocks {
    OverallTable.Stocks(
      now: try now.stocks(dataset, .unit), previous: try previous.stocks(dataset, .unit),
      yearBefore: try yearBefore.stocks(dataset, .unit))
  }
}

/// The tables of one region that are made of counts of the cubes.
struct RegionTables {
  let rules: BulletinRules
  let book: CodeBook
  let counts: ComparedCounts
  /// Of the whole city.
  let city: ComparedCounts
  /// Nil where all codes were given.
  let marks: CodedMarks?
  /// Whether a ranking may list a 小类.
  let lists: (String) -> Bool

  private var now: RegionCounts { counts.now }
  private var region: RegionLeaves { RegionLeaves(region: now.region.code, period: now.period) }

  /// The leaf part of the seekers without an intended occupation; one that nobody knows where no table shows them.
  private var spare: String {
    for layout in rules.tables where layout.form == .groups && layout.dimension == .occupation {
      if let row = layout.rows.first(where: { $0.role == .none && $0.side == .seekers }) {
        return LeafPart.row(layout.id, row.key)
      }
    }
    return LeafPart.minorGroup("")
  }

  private func gaps() throws -> GapTables {
    var tables = GapTables(list: try book.list("occupations"), gaps: OccupationGaps(topCount: rules.topCount))
    if let marks { tables.low = { marks.low($0, in: now.region) } }
    return tables
  }

  /// One table with all its figures; rankings list only what may be shown.
  func table(_ layout: TableLayout) throws -> DraftTable? {
    switch layout.form {
    case .overall:
      return OverallTable(
        layout: layout, region: region,
        demand: try counts.stocks(MarketDataset.postings), seekers: try counts.stocks(MarketDataset.seekers),
        city: (try city.stocks(MarketDataset.postings), try city.stocks(MarketDataset.seekers))
      ).table()
    case .groups: return try layout.dimension.map { try groupedTable(layout, $0) }
    case .ranking(let ranking): return try gapTable(layout, ranking)
    case .filling: return nil
    case .matching:
      return try MatchingTable(
        layout: layout, groups: try [.education, .level].compactMap(mismatched), counts: counts
      ).table()
    }
  }

  /// The table over whose rows the mismatch of a dimension is formed.
  private func mismatched(_ dimension: Dimension) throws -> GroupedTable? {
    try rules.tables.first { $0.form == .groups && $0.dimension == dimension && $0.sides == .both }.map { layout in
      GroupedTable(layout: layout, matcher: RowMatcher(layout, list: try book.list(of: dimension)), region: region)
    }
  }

  private func groupedTable(_ layout: TableLayout, _ dimension: Dimension) throws -> DraftTable {
    let grouped = GroupedTable(
      layout: layout, matcher: RowMatcher(layout, list: try book.list(of: dimension)), region: region,
      isLow: dimension == .occupation && marks?.isLow(now.region) ?? false)
    let sides = try [counts.now, counts.previous, counts.yearBefore].map { counts in
      grouped.sides(
        demand: layout.sides == .seekers ? [:] : try counts.valid(MarketDataset.postings, dimension),
        seekers: layout.sides == .demand ? [:] : try counts.valid(MarketDataset.seekers, dimension))
    }
    return grouped.table(now: sides[0], previous: sides[1], yearBefore: sides[2])
  }

  private func gapTable(_ layout: TableLayout, _ ranking: TableLayout.Ranking) throws -> DraftTable {
    let seekers = try now.valid(MarketDataset.seekers, .occupation)
    let shown = try now.occupationPairs().filter { code, _ in lists(code) }
    return try gaps().table(
      layout, ranking, shown, unassigned: (seekers[""] ?? 0, spare),
      demandTotal: try now.total(MarketDataset.postings).valid, region: region)
  }
}
