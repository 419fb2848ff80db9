import Foundation

/// The cross tables as they are stored: one blob a table and month, so that a night writes only the months it touched.
/// See `CrossCells` for what is in a blob.
public enum CrossStore {
  /// Adds differences, whose first word is (index in `tables`) << 32 | month, and forgets them.
  public static func add(_ deltas: inout CellTable, to tables: [String], _ db: Database) throws {
    try CrossMerge(&deltas, with: tables, db).store(db)
  }

  /// Months of a table, in order.
  public static func months(_ db: Database, table: String) throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT month FROM cross_cell WHERE tab = ? ORDER BY month", arguments: [table])
  }

  /// Calls `body` with the key and the four sums of each cell of a month, in key order.
  public static func each(
    _ db: Database, table: String, month: Int, _ body: (UInt64, CellTable.Sums) throws -> Void
  ) throws {
    try each(of: try data(db, table: table, month: month), body)
  }

  /// As `each`, of the stored bytes of a month.
  public static func each(of data: [UInt8], _ body: (UInt64, CellTable.Sums) throws -> Void) rethrows {
    try data.withUnsafeBytes { bytes in
      var reader = CrossCells.Reader(bytes)
      while let cell = reader.next() { try body(cell.0, cell.1) }
    }
  }

  /// Removes a table.
  public static func remove(_ db: Database, table: String) throws {
    try db.execute(sql: "DELETE FROM cross_cell WHERE tab = ?", arguments: [table])
  }

  /// The stored bytes of a month; empty where it has no cells.
  public static func data(_ db: Database, table: String, month: Int) throws -> [UInt8] {
    try [UInt8].fetchOne(
      db, sql: "SELECT data FROM cross_cell WHERE tab = ? AND month = ?", arguments: [table, month]) ?? []
  }
}
