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
      // A new warehouse is written by pages of rows, not of single ones: some 6 % of the CPU of a load. One that is there
      // keeps its own size.
      try db.execute(sql: "PRAGMA page_size = 32768")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // 48 MB: with pages of this size the former versions of rows are otherwise read from the file again and again.
      try db.execute(sql: "PRAGMA cache_size = -49152")
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
    func step(_ name: String, _ sql: [UInt8]) {
      migrator.registerMigration(name) { try $0.execute(sql: String(decoding: sql, as: UTF8.self)) }
    }
    step("1 ledger, dictionaries, cube, figures", PackageResources.schema_sql)
    step("2 forecasts", PackageResources.forecast_sql)
    step("3 shortage", PackageResources.shortage_sql)
    step("4 disclosure", PackageResources.disclosure_sql)
    step("5 monitor", PackageResources.monitor_sql)
    migrator.registerMigration(
      "6 versions stay where they are", migrate: { try FactTable.unite(Database(connection: $0)) })
    step("7 numbered axes of the cube", PackageResources.cube_axis_sql)
    step("8 rows that are no records", PackageResources.skipped_sql)
    step("9 vintages of what was disclosed", PackageResources.vintages_sql)
    step("10 withdrawn rows", PackageResources.withdrawn_sql)
    step("11 what occupations rest on", PackageResources.coded_sql)
    step("12 proofs of what was disclosed", PackageResources.proofs_sql)
    step("13 findings in postings", PackageResources.screen_sql)
    step("14 findings in several datasets", PackageResources.screened_sql)
    return migrator
  }
}
