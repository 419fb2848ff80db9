import Foundation
import Testing

@testable import Warehouse

@Suite struct FactTableTests {
  private let path = NSTemporaryDirectory() + "facts-" + UUID().uuidString

  private func columns(_ warehouse: Warehouse, _ table: String) throws -> [String] {
    try warehouse.queue.read { try $0.columns(in: table) }
  }

  @Test func createsFactsTextsAndHistory() throws {
    let table = FactTable(name: "postings", integers: ["unit", "openings"], keys: ["posting_id"], texts: ["title"])
    let warehouse = try Warehouse.inMemory([table])
    #expect(table.numbers == ["id", "key", "key_check", "content", "file", "line", "unit", "openings"])
    for name in ["postings_version", "postings", "postings_history"] {
      #expect(try columns(warehouse, name) == table.numbers + ["posting_id"])
    }
    #expect(try columns(warehouse, "postings_segment") == ["first", "file", "rows", "keys", "groups"])
    #expect(try columns(warehouse, "postings_text") == ["first", "file", "rows", "columns", "size", "data"])
    let indexes = try warehouse.queue.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name LIKE 'postings%'")
    }
    #expect(indexes == 0)
  }

  @Test(arguments: ["seekers_version VALUES (1, 1, 1, 1, 1, 1)", "seekers_superseded VALUES (1)"])
  func aVersionStandsOnce(values: String) throws {
    let queue = try Warehouse.inMemory([FactTable(name: "seekers", integers: [], keys: [], texts: [])]).queue
    let insert = "INSERT INTO \(values); "
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: insert + insert) } }
  }

  @Test func aVersionIsCurrentOrSuperseded() throws {
    let queue = try Warehouse.inMemory([FactTable(name: "seekers", integers: [], keys: [], texts: [])]).queue
    try queue.write { db in
      for id in 1...3 { try db.execute(sql: "INSERT INTO seekers_version VALUES (?, 1, 1, 1, 1, 1)", arguments: [id]) }
      try db.execute(sql: "INSERT INTO seekers_superseded VALUES (2)")
      #expect(try Int.fetchAll(db, sql: "SELECT id FROM seekers ORDER BY id") == [1, 3])
      #expect(try Int.fetchAll(db, sql: "SELECT id FROM seekers_history ORDER BY id") == [2])
    }
  }

  /// Programs before the sixth migration moved superseded versions to a table of their own.
  @Test func historyOfAnOlderWarehouseJoinsTheVersions() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let columns = "id INTEGER PRIMARY KEY, \(FactTable.fixed.dropFirst().joined(separator: " INTEGER, ")) INTEGER"
    let older = try DatabaseQueue(path: path)
    try Warehouse.migrator.migrate(older.queue, upTo: "5 monitor")
    try older.write { db in
      try db.execute(
        sql: """
          CREATE TABLE postings (\(columns), openings INTEGER, posting_id TEXT);
          CREATE TABLE postings_history (\(columns), openings INTEGER, posting_id TEXT);
          INSERT INTO postings VALUES (1, 2, 3, 4, 5, 6, 7, 'A'), (3, 2, 3, 4, 5, 8, 9, 'C');
          INSERT INTO postings_history VALUES (2, 2, 3, 4, 5, 7, 8, 'B')
          """)
    }
    try older.close()
    let table = FactTable(name: "postings", integers: ["openings"], keys: ["posting_id"], texts: [])
    let queue = try Warehouse(path: path, tables: [table]).queue
    func rows(_ view: String) throws -> String? {
      let sql = "SELECT group_concat(id || posting_id || openings, ' ') FROM (SELECT * FROM \(view) ORDER BY id)"
      return try queue.read { try String.fetchOne($0, sql: sql) }
    }
    #expect(try rows("postings") == "1A7 3C9")
    #expect(try rows("postings_history") == "2B8")
  }

  @Test func addsNewColumnsToAnExistingTable() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try Warehouse(
      path: path, tables: [FactTable(name: "postings", integers: ["openings"], keys: [], texts: ["title"])])
    try first.queue.write { try $0.execute(sql: "INSERT INTO postings_version VALUES (1, 2, 3, 4, 5, 6, 7)") }
    try first.queue.close()
    let wider = FactTable(
      name: "postings", integers: ["night_shift", "openings"], keys: [], texts: ["title", "benefits"])
    let second = try Warehouse(path: path, tables: [wider])
    #expect(try columns(second, "postings") == FactTable.fixed + ["openings", "night_shift"])
    #expect(try columns(second, "postings_history") == FactTable.fixed + ["openings", "night_shift"])
    let row = try #require(
      try second.queue.read { try Row.fetchOne($0, sql: "SELECT openings, night_shift FROM postings") })
    #expect(row["openings"] == 7)
    #expect(row["night_shift"] as Int? == nil)
  }
}
