import Domain
import Tables
import Warehouse

/// T1-T12 of one region.
struct RegionTables {
  let rules: BulletinRules
  let book: CodeBook
  let now: RegionCounts
  let previous: RegionCounts
  let yearBefore: RegionCounts
  /// Whether T6 or T7 may list a 小类.
  let lists: (String) -> Bool

  func tables() throws -> [DraftTable] { try rules.tables.map(table) }

  private var region: RegionLeaves { RegionLeaves(region: now.region.code, period: now.period) }

  /// The leaf part of the seekers without an intended occupation; one that nobody knows where no table shows them.
  private var spare: String {
    for layout in rules.tables where layout.dimension == .occupation {
      if let row = layout.rows.first(where: { $0.role == .none && $0.side == .seekers }) {
        return LeafPart.row(layout.id, row.key)
      }
    }
    return LeafPart.minorGroup("")
  }

  func gaps() throws -> GapTables {
    GapTables(list: try book.list("occupations"), topCount: rules.topCount)
  }

  /// One table with all its figures; T6 and T7 list only what may be shown.
  func table(_ layout: TableLayout) throws -> DraftTable {
    guard let dimension = layout.dimension else {
      return OverallTable(
        layout: layout, region: region, demand: try panel(MarketDataset.postings),
        seekers: try panel(MarketDataset.seekers)
      ).table()
    }
    if layout.id == "T6" || layout.id == "T7" { return try gapTable(layout) }
    let grouped = GroupedTable(
      layout: layout, matcher: RowMatcher(layout, list: try RegionTables.list(dimension, book)), region: region)
    let sides = try [now, previous, yearBefore].map { counts in
      grouped.sides(
        demand: layout.sides == .seekers ? [:] : try counts.valid(MarketDataset.postings, dimension),
        seekers: layout.sides == .demand ? [:] : try counts.valid(MarketDataset.seekers, dimension))
    }
    return grouped.table(now: sides[0], previous: sides[1], yearBefore: sides[2])
  }

  private func gapTable(_ layout: TableLayout) throws -> DraftTable {
    let seekers = try now.valid(MarketDataset.seekers, .occupation)
    let shown = try now.occupationPairs(gaps()).filter { code, _ in lists(code) }
    return try gaps().table(
      layout, shown, isShortage: layout.id == "T6", unassigned: seekers[""] ?? 0,
      demandTotal: try now.total(MarketDataset.postings).valid, region: region, spare: spare)
  }

  private func panel(_ dataset: String) throws -> OverallTable.Panel {
    OverallTable.Panel(
      now: try now.stocks(dataset, .unit), previous: try previous.stocks(dataset, .unit),
      yearBefore: try yearBefore.stocks(dataset, .unit))
  }

  /// The code list whose hierarchy a dimension has; nil where there is none.
  static func list(_ dimension: Dimension, _ book: CodeBook) throws -> CodeList? {
    switch dimension {
    case .occupation: try book.list("occupations")
    case .industry: try book.list("industry")
    case .education: try book.list("education")
    case .category: try book.list("seeker-category")
    default: nil
    }
  }
}
