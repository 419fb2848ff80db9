import GRDB

/// Reads a warehouse from outside the program.
enum Warehouse {
  static func query(_ path: String, _ sql: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.map { $0.1.isNull ? "" : "\($0.1.storage.value ?? "")" }.joined(separator: "|")
      }
    }
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
