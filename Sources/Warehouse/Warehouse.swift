import Foundation
import GRDB

/// The SQLite file that holds facts, cubes, ledger and figures.
public struct Warehouse: Sendable {
  public let path: String
  public let queue: DatabaseQueue

  /// Opens the warehouse, creating or migrating it as needed.
  ///
  /// - Parameter beforeUpgrade: called with the name of the first step before anything is changed in a warehouse of an
  ///   older program that holds something; may throw to leave it as it is.
  /// - Throws: `DatabaseError`, of a busy file where another program holds it; `NewerWarehouse`.
  public init(
    path: String, tables: [FactTable], beforeUpgrade: (DatabaseQueue, String) throws -> Void = { _, _ in }
  ) throws {
    self.path = path
    // The journal takes over the mode of the file, which holds personal data.
    let descriptor = path == ":memory:" ? -1 : open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -16384")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    queue = try DatabaseQueue(path: path, configuration)
    let state = try queue.read { try SchemaState($0, path: path, tables: tables) }
    if let step = state.pending, state.holdsRuns { try beforeUpgrade(queue, step) }
    try DatabaseError.told { try Warehouse.migrator.migrate(queue.queue) }
    try queue.write { db in
      for table in tables {
        let statements = table.statements { name in
          Set((try? db.columns(in: name)) ?? [])
        }
        for statement in statements { try db.execute(sql: statement) }
      }
    }
  }

  /// Opens an existing warehouse for reading only.
  public init(readOnly path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    queue = try DatabaseQueue(path: path, configuration)
  }

  /// - Throws: `NewerWarehouse`, `DatabaseError`.
  public func refuseNewer(_ tables: [FactTable]) throws {
    _ = try queue.read { try SchemaState($0, path: path, tables: tables) }
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 ledger, dictionaries, cube, figures") { db in
      try db.execute(sql: String(decoding: PackageResources.schema_sql, as: UTF8.self))
    }
    migrator.registerMigration("2 forecasts") { db in
      try db.execute(sql: String(decoding: PackageResources.forecast_sql, as: UTF8.self))
    }
    migrator.registerMigration("3 shortage") { db in
      try db.execute(sql: String(decoding: PackageResources.shortage_sql, as: UTF8.self))
    }
    migrator.registerMigration("4 disclosure") { db in
      try db.execute(sql: String(decoding: PackageResources.disclosure_sql, as: UTF8.self))
    }
    migrator.registerMigration("5 monitor") { db in
      try db.execute(sql: String(decoding: PackageResources.monitor_sql, as: UTF8.self))
    }
    migrator.registerMigration(
      "6 versions stay where they are", migrate: { try FactTable.unite(Database(connection: $0)) })
    migrator.registerMigration("7 numbered axes of the cube") { db in
      try db.execute(sql: String(decoding: PackageResources.cube_axis_sql, as: UTF8.self))
    }
    migrator.registerMigration("8 rows that are no records") { db in
      try db.execute(sql: String(decoding: PackageResources.skipped_sql, as: UTF8.self))
    }
    migrator.registerMigration("9 vintages of what was disclosed") { db in
      try db.execute(sql: String(decoding: PackageResources.vintages_sql, as: UTF8.self))
    }
    migrator.registerMigration("10 withdrawn rows") { db in
      try db.execute(sql: String(decoding: PackageResources.withdrawn_sql, as: UTF8.self))
    }
    migrator.registerMigration("11 what occupations rest on") { db in
      try db.execute(sql: String(decoding: PackageResources.coded_sql, as: UTF8.self))
    }
    return migrator
  }
}
