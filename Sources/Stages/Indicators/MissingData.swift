import Domain
import GRDB

/// Datasets of which no row has come: their figures are unavailable, not 0.
struct MissingData {
  private let missing: Set<String>

  init(_ db: Database) throws {
    missing = Set(
      try [MarketDataset.postings, MarketDataset.seekers, MarketDataset.placements].filter { name in
        try !db.viewExists(name) || Int.fetchOne(db, sql: "SELECT 1 FROM \(name) LIMIT 1") == nil
      })
  }

  /// The table with `[x]` in every cell that speaks of a missing side; tables of gaps lose their rows.
  func applied(to table: StatTable) -> StatTable {
    guard missing.contains(MarketDataset.seekers) || missing.contains(MarketDataset.postings) else { return table }
    let isGap = table.measures.contains { $0.id == "gap" }
    let rows =
      isGap
      ? []
      : table.rows.map { row in
        StatRow(
          key: row.key, label: row.label, role: row.role,
          cells: zip(table.measures, row.cells).map { measure, cell in
            cell != .notApplicable && isMissing(measure.id) ? .unavailable : cell
          })
      }
    return StatTable(id: table.id, title: table.title, measures: table.measures, rows: rows, note: table.note)
  }

  /// T14 with `[x]` in the rows of missing datasets.
  func applied(toMatching table: StatTable) -> StatTable {
    let rows = table.rows.map { row in
      let isMissing = isMissing(row.key) || row.key == "hires" && missing.contains(MarketDataset.placements)
      let cells = isMissing ? row.cells.map { _ in Cell.unavailable } : row.cells
      return StatRow(key: row.key, label: row.label, role: row.role, cells: cells)
    }
    return StatTable(id: table.id, title: table.title, measures: table.measures, rows: rows, note: table.note)
  }

  private func isMissing(_ id: String) -> Bool {
    (id.hasPrefix("seekers") && missing.contains(MarketDataset.seekers))
      || ((id.hasPrefix("demand") || id == "vacancies") && missing.contains(MarketDataset.postings))
  }
}
