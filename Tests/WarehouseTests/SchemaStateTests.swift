import Foundation
import Testing

@testable import Warehouse

/// Warehouses of other versions of the program.
@Suite struct SchemaStateTests {
  private static let table = FactTable(name: "postings", integers: ["openings"], keys: [], texts: [])
  private let folder: URL
  private var path: String { folder.appendingPathComponent("w.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// As a program would have made it that knew the migrations up to `migration`.
  private func older(_ migration: String, hasRun: Bool = true) throws {
    let queue = try DatabaseQueue(path: path)
    try Warehouse.migrator.migrate(queue.queue, upTo: migration)
    if hasRun { _ = try queue.write { try Ledger.startRun($0, pipeline: "old", at: "2025-01-01 02:00:00") } }
    try queue.close()
  }

  @Test func anOlderOneIsToldBeforeItIsChanged() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try older("2 forecasts")
    var steps: [String] = []
    let warehouse = try Warehouse(path: path, tables: [SchemaStateTests.table]) { queue, step in
      steps.append(step)
      let isUpgraded = try queue.read { try $0.tableExists("disclosed") }
      #expect(!isUpgraded)
    }
    #expect(steps == ["3 shortage"])
    #expect(try warehouse.queue.read { try $0.tableExists("disclosed") })
    try warehouse.queue.close()
    _ = try Warehouse(path: path, tables: [SchemaStateTests.table]) { _, step in steps.append(step) }
    let wider = FactTable(name: "postings", integers: ["openings", "filled"], keys: [], texts: [])
    _ = try Warehouse(path: path, tables: [wider]) { _, step in steps.append(step) }
    #expect(steps == ["3 shortage", "columns"])
  }

  @Test func whoRefusesTheUpgradeChangesNothing() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    struct Full: Error {}
    try older("3 shortage")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: Full.self) { try Warehouse(path: path, tables: []) { _, _ in throw Full() } }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  /// A run that died while it made the warehouse leaves nothing worth keeping.
  @Test func anEmptyOneIsUpgradedSilently() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try older("1 ledger, dictionaries, cube, figures", hasRun: false)
    _ = try Warehouse(path: path, tables: []) { _, step in Issue.record("\(step)") }
  }

  @Test func aNewerOneIsRefused() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = try Warehouse(path: path, tables: [SchemaStateTests.table])
    try own.queue.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 next year')")
      try db.execute(sql: "ALTER TABLE postings_version ADD COLUMN remote INTEGER")
    }
    try own.queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let error = NewerWarehouse(path: path, unknown: ["99 next year", "postings_version.remote"])
    #expect(throws: error) { try Warehouse(path: path, tables: [SchemaStateTests.table]) }
    #expect(throws: error) { try Warehouse(readOnly: path).refuseNewer([SchemaStateTests.table]) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}
