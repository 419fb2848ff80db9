import Foundation
import Testing

@testable import Warehouse

@Suite struct WarehouseTests {
  @Test func migrationCreatesTheSchema() throws {
    let queue = try Warehouse.inMemory().queue
    let tables = try queue.read { db in
      try Set(
        String.fetchAll(
          db,
          sql:
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb%' AND name NOT LIKE 'sqlite%'")
      )
    }
    #expect(
      tables == [
        "run", "file", "finding_count", "unit", "employer", "cube", "cube_axis", "cross_cell", "figure", "setting",
        "forecast",
        "forecast_warning", "forecast_score", "shortage_base", "shortage_run", "shortage_index", "shortage_member",
        "disclosed", "disclosed_vintage", "disclosed_count", "disclosed_sum", "disclosed_proof",
        "disclosed_proof_count", "file_header", "file_value", "file_coded",
        "night",
        "alert", "screened", "screen_finding",
      ])
  }

  @Test func openingAgainKeepsWhatIsThere() throws {
    let path = NSTemporaryDirectory() + "warehouse-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = FactTable(name: "postings", integers: ["openings"], keys: [], texts: ["title"])
    let first = try Warehouse(path: path, tables: [table])
    try first.queue.write { try $0.execute(sql: "INSERT INTO postings_version VALUES (1, 2, 3, 4, 5, 6, 7)") }
    try first.queue.close()
    let again = try Warehouse(path: path, tables: [table])
    #expect(try again.queue.read { try Int.fetchOne($0, sql: "SELECT openings FROM postings") } == 7)
    try again.queue.close()
    let reader = try Warehouse(readOnly: path)
    let delete = "DELETE FROM postings_version"
    #expect(throws: DatabaseError.self) { try reader.queue.write { try $0.execute(sql: delete) } }
  }

  @Test func readOnlyDoesNotCreate() {
    #expect(throws: DatabaseError.self) { try Warehouse(readOnly: "/no/such/warehouse.sqlite") }
  }

  /// A warehouse from before rows were skipped: its files stay as they are, and numbers of files are not given again.
  @Test func skippedRowsAreCountedInOldWarehouses() throws {
    let path = NSTemporaryDirectory() + "warehouse-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let old = try DatabaseQueue(path: path)
    try Warehouse.migrator.migrate(old.queue, upTo: "7 numbered axes of the cube")
    try old.write { db in
      try db.execute(sql: "INSERT INTO run (pipeline, started) VALUES ('p', '2026-07-01')")
      for id in 1...3 {
        try db.execute(
          sql: "INSERT INTO file VALUES (?, 1, 's', 'postings', 'a.csv', 'ab', 9, 'utf-8', 'cd', 10, 4, 3, 2, 1)",
          arguments: [id])
        try db.execute(sql: "INSERT INTO finding_count VALUES (?, 'row.columns', '', 3, 3)", arguments: [id])
      }
      try db.execute(sql: "DELETE FROM finding_count WHERE file = 3")
      try db.execute(sql: "DELETE FROM file WHERE id = 3")
    }
    try old.close()
    let warehouse = try Warehouse(path: path, tables: [])
    try warehouse.queue.write { db in
      let files = try Ledger.files(db)
      #expect(files.map(\.id) == [1, 2] && files.allSatisfy { $0.skipped == 0 && $0.rows == 10 && $0.unchanged == 1 })
      #expect(try Ledger.nextFile(db) == 4)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM finding_count JOIN file ON file.id = file") == 2)
      var entry = files[0]
      (entry.id, entry.rows, entry.skipped) = (4, 12, 2)
      try Ledger.add(db, entry, findings: [])
      #expect(try Ledger.totals(db).skipped == 2 && Ledger.files(db).last == entry)
      entry.skipped = 1
      entry.id = 5
      #expect(throws: DatabaseError.self) { try Ledger.add(db, entry, findings: []) }
    }
  }
}
