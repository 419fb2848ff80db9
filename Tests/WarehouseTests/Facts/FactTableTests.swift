import Foundation
import GRDB
import Testing
import Warehouse

@Suite struct FactTableTests {
  private let path = NSTemporaryDirectory() + "facts-" + UUID().uuidString

  private func columns(_ warehouse: Warehouse, _ table: String) throws -> [String] {
    try warehouse.queue.read { try $0.columns(in: table).map(\.name) }
  }

  @Test func createsFactsTextsAndHistory() throws {
    let table = FactTable(name: "postings", integers: ["unit", "openings"], keys: ["posting_id"], texts: ["title"])
    let warehouse = try Warehouse.inMemory([table])
    #expect(table.numbers == ["id", "key", "key_check", "content", "file", "line", "unit", "openings"])
    for name in ["postings", "postings_history"] {
      #expect(try columns(warehouse, name) == table.numbers + ["posting_id"])
    }
    #expect(try columns(warehouse, "postings_segment") == ["first", "file", "rows", "keys", "groups"])
    #expect(try columns(warehouse, "postings_text") == ["first", "file", "rows", "columns", "size", "data"])
    let indexes = try warehouse.queue.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name LIKE 'postings%'")
    }
    #expect(indexes == 0)
  }

  @Test(arguments: ["seekers", "seekers_history"]) func aVersionStandsOnce(table: String) throws {
    let queue = try Warehouse.inMemory([FactTable(name: "seekers", integers: [], keys: [], texts: [])]).queue
    let insert = "INSERT INTO \(table) VALUES (1, 1, 1, 1, 1, 1); "
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: insert + insert) } }
  }

  @Test func addsNewColumnsToAnExistingTable() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try Warehouse(
      path: path, tables: [FactTable(name: "postings", integers: ["openings"], keys: [], texts: ["title"])])
    try first.queue.write { try $0.execute(sql: "INSERT INTO postings VALUES (1, 2, 3, 4, 5, 6, 7)") }
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
