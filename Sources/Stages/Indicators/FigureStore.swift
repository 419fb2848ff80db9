import Domain
import Warehouse

/// Keeps the figures of an edition in the warehouse, with the state of the ledger they were computed from.
public enum FigureStore {
  /// True where figures of the bulletin's period are kept that it has otherwise.
  public static func differs(_ bulletin: Bulletin, _ db: Database) throws -> Bool {
    let kept = try Row.fetchAll(
      db, sql: "SELECT region, tab, line, measure, value FROM figure WHERE period = ?",
      arguments: [bulletin.period.description])
    var values = Dictionary(
      kept.map { row -> ([String], String) in ([row[0], row[1], row[2], row[3]], row[4]) }
    ) { first, _ in first }
    guard !values.isEmpty else { return false }
    for figure in figures(bulletin) where values.removeValue(forKey: figure.place) != figure.value { return true }
    return !values.isEmpty
  }

  /// Region, table, row and measure of each figure, and its value.
  private static func figures(_ bulletin: Bulletin) -> [(place: [String], value: String)] {
    bulletin.regions.flatMap { region in
      region.allTables(of: bulletin.period).map(\.table).flatMap { table in
        table.rows.flatMap { row in
          zip(table.measures, row.cells).map { (place: [region.code, table.id, row.key, $0.id], value: $1.csv) }
        }
      }
    }
  }

  /// Replaces the figures of the bulletin's period.
  public static func save(_ bulletin: Bulletin, _ db: Database) throws {
    let period = bulletin.period.description
    let vintage = try Ledger.vintage(db)
    try db.execute(sql: "DELETE FROM figure WHERE period = ?", arguments: [period])
    let insert = try db.makeStatement(sql: "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?)")
    for figure in figures(bulletin) {
      try insert.execute(arguments: StatementArguments([period] + figure.place + [figure.value, vintage]))
    }
  }
}
