import GRDB
import GRDBSQLite

/// Reads a warehouse from outside the program.
enum Warehouse {
  static func query(_ path: String, _ sql: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      // SQLite's own words for each value; dumps have a hundred thousand rows.
      let owner = try db.makeStatement(sql: sql)
      defer { withExtendedLifetime(owner) {} }
      let statement = owner.sqliteStatement
      let columns = 0..<sqlite3_column_count(statement)
      var lines: [String] = []
      while sqlite3_step(statement) == SQLITE_ROW {
        lines.append(columns.map { text(statement, $0) }.joined(separator: "|"))
      }
      return lines
    }
  }

  /// Empty for NULL; bytes in hexadecimal.
  private static func text(_ statement: OpaquePointer, _ column: Int32) -> String {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else {
      return sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
    }
    let count = Int(sqlite3_column_bytes(statement, column))
    return UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, column), count: count)
      .map { String($0, radix: 16) }.joined(separator: " ")
  }

  /// Changes a warehouse from outside the program.
  static func change(_ path: String, _ sql: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }

  /// Does `body` while this process keeps everyone else from reading the warehouse.
  static func holding(_ path: String, _ body: () throws -> Void) throws {
    try DatabaseQueue(path: path).inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      defer { try? db.execute(sql: "ROLLBACK") }
      try body()
    }
  }

  /// Every row of every table but the runs (which hold times), in a fixed order.
  static func dump(_ path: String) throws -> [String] {
    let tables = try query(
      path,
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'run' AND name NOT LIKE 'sqlite%' ORDER BY name")
    return try tables.flatMap { table in
      [table] + (try query(path, "SELECT * FROM \(table)")).sorted()
    }
  }
}
