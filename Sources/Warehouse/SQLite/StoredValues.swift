/// The values in the tables of any SQLite file.
public enum StoredValues {
  /// One value; texts in UTF-8, whatever the file holds them in.
  public enum Value {
    case text(UnsafeBufferPointer<UInt8>)
    case integer(Int)
  }

  /// The tables of `db` that can be read without a module.
  public static func tables(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
  }

  /// Calls `body` with the number of the row (from 1, as the table is read), the column and each text and integer.
  public static func read(_ db: Database, _ table: String, _ body: (Int, Int, Value) throws -> Void) throws {
    let statement = try BulkStatement(db, "SELECT * FROM \"\(table.replacing("\"", with: "\"\""))\"")
    var row = 0
    while try statement.step() {
      row += 1
      for column in 0..<statement.columnCount {
        switch statement.kind(column) {
        case .text: try statement.withText(column) { try body(row, column, .text($0)) }
        case .integer: try body(row, column, .integer(statement.integer(column)))
        case .other: continue
        }
      }
    }
  }
}
