import Domain
import GRDB
import Warehouse

/// Keeps the figures of an edition in the warehouse, with the state of the ledger they were computed from.
public enum FigureStore {
  /// Replaces the figures of the bulletin's period.
  public static func save(_ bulletin: Bulletin, _ db: Database) throws {
    let period = bulletin.period.description
    let vintage = try Ledger.vintage(db)
    try db.execute(sql: "DELETE FROM figure WHERE period = ?", arguments: [period])
    let insert = try db.makeStatement(sql: "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?)")
    for region in bulletin.regions {
      for table in region.tables + region.market {
        for row in table.rows {
          for (measure, cell) in zip(table.measures, row.cells) {
            try insert.execute(arguments: [period, region.code, table.id, row.key, measure.id, cell.csv, vintage])
          }
        }
      }
    }
  }
}
