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
    let table = FactTable(name: "postings", integers: ["unit", "openings"], texts: ["title"], indexed: ["unit"])
    let warehouse = try Warehouse.inMemory([table])
    #expect(table.columns == ["id", "key_check", "content", "file", "line", "texts", "unit", "openings"])
    #expect(try columns(warehouse, "postings") == table.columns)
    #expect(try columns(warehouse, "postings_history") == table.columns)
    #expect(try columns(warehouse, "postings_text") == ["id", "title"])
    let indexes = try warehouse.queue.read {
      try String.fetchSet($0, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'postings%'")
    }
    #expect(indexes == ["postings_unit", "postings_history_id"])
  }

  @Test func idIsUniqueAmongFactsAlone() throws {
    let queue = try Warehouse.inMemory([FactTable(name: "seekers", integers: [], texts: [])]).queue
    let insert = "INSERT INTO seekers VALUES (1, 1, 1, 1, 1, 1); "
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: insert + insert) } }
    let history = "INSERT INTO seekers_history VALUES (1, 1, 1, 1, 1, 1); "
    try queue.write { try $0.execute(sql: history + history) }
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM seekers_history") } == 2)
  }

  @Test func addsNewColumnsToAnExistingTable() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try Warehouse(
      path: path, tables: [FactTable(name: "postings", integers: ["openings"], texts: ["title"])])
    try first.queue.write { try $0.execute(sql: "INSERT INTO postings VALUES (1, 2, 3, 4, 5, 6, 7)") }
    try first.queue.close()
    let wider = FactTable(name: "postings", integers: ["night_shift", "openings"], texts: ["title", "benefits"])
    let second = try Warehouse(path: path, tables: [wider])
    #expect(try columns(second, "postings") == FactTable.fixed + ["openings", "night_shift"])
    #expect(try columns(second, "postings_history") == FactTable.fixed + ["openings", "night_shift"])
    #expect(try columns(second, "postings_text") == ["id", "title", "benefits"])
    let row = try #require(
      try second.queue.read { try Row.fetchOne($0, sql: "SELECT openings, night_shift FROM postings") })
    #expect(row["openings"] == 7)
    #expect(row["night_shift"] as Int? == nil)
  }
}
