import Domain
import Tables
import Warehouse

/// Datasets of which no row has come: their figures are unavailable, not 0.
struct MissingData {
  private let missing: Set<MarketMeasure>

  init(_ db: Database) throws {
    let datasets: [(name: String, measure: MarketMeasure)] = [
      (MarketDataset.postings, .demand), (MarketDataset.seekers, .seekers), (MarketDataset.placements, .hires),
    ]
    missing = Set(
      try datasets.filter { dataset in
        try !db.viewExists(dataset.name) || Int.fetchOne(db, sql: "SELECT 1 FROM \(dataset.name) LIMIT 1") == nil
      }.map(\.measure))
  }

  /// Says of nothing what is not there.
  private static let unavailable = DraftTable.DraftCell(.unavailable, [])

  /// The table with `[x]` in every cell that speaks of a missing dataset alone; rankings lose their rows.
  func applied(to table: DraftTable, _ form: TableLayout.Form) -> DraftTable {
    if case .ranking = form, !missing.isDisjoint(with: [.demand, .seekers]) {
      return DraftTable(
        id: table.id, title: table.title, measures: table.measures, rows: [], note: table.note,
        audience: table.audience)
    }
    return table.mapCells { _, _, cell in
      let measures = Set(cell.leaves.map { MarketMeasure(rawValue: $0.measure) })
      guard cell.value != .notApplicable, measures.count == 1, let measure = measures.first ?? nil else { return cell }
      return missing.contains(measure) ? MissingData.unavailable : cell
    }
  }
}
