import Foundation
import Testing
import Warehouse

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
        "disclosed", "disclosed_vintage", "disclosed_count", "disclosed_sum", "file_header", "file_value", "night",
        "alert",
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
}
