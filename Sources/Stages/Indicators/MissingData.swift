import Domain
import GRDB
import Tables

/// Datasets of which no row has come: their figures are unavailable, not 0.
struct MissingData {
  private let missing: Set<String>

  init(_ db: Database) throws {
    missing = Set(
      try [MarketDataset.postings, MarketDataset.seekers, MarketDataset.placements].filter { name in
        try !db.viewExists(name) || Int.fetchOne(db, sql: "SELECT 1 FROM \(name) LIMIT 1") == nil
      })
  }

  /// Says of nothing what is not there.
  private static let unavailable = DraftTable.DraftCell(.unavailable, [])

  /// The table with `[x]` in every cell that speaks of a missing side; tables of gaps lose their rows.
  func applied(to table: DraftTable) -> DraftTable {
    guard missing.contains(MarketDataset.seekers) || missing.contains(MarketDataset.postings) else { return table }
    if table.measures.contains(where: { $0.id == "gap" }) {
      return DraftTable(
        id: table.id, title: table.title, measures: table.measures, rows: [], note: table.note,
        audience: table.audience)
    }
    return table.mapCells { _, measure, cell in
      cell.value != .notApplicable && isMissing(measure.id) ? MissingData.unavailable : cell
    }
  }

  /// T14 with `[x]` in the rows of missing datasets.
  func applied(toMatching table: DraftTable) -> DraftTable {
    table.mapCells { row, _, cell in
      let isMissing = isMissing(row.key) || row.key == "hires" && missing.contains(MarketDataset.placements)
      return isMissing ? MissingData.unavailable : cell
    }
  }

  private func isMissing(_ id: String) -> Bool {
    (id.hasPrefix("seekers") && missing.contains(MarketDataset.seekers))
      || ((id.hasPrefix("demand") || id == "vacancies") && missing.contains(MarketDataset.postings))
  }
}
