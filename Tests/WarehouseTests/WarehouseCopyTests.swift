import Foundation
import Testing
import Warehouse

@Suite struct WarehouseCopyTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("copy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// 48 MB: three steps.
  private func large() throws -> Warehouse {
    let warehouse = try Warehouse(path: path("w.sqlite"), tables: [])
    try warehouse.queue.write { db in
      _ = try Ledger.startRun(db, pipeline: "p", at: "2026-01-01 02:00:00")
      try db.execute(sql: "CREATE TABLE filler (id INTEGER PRIMARY KEY, data BLOB)")
      for _ in 0..<48 { try db.execute(sql: "INSERT INTO filler (data) VALUES (randomblob(1000000))") }
    }
    return warehouse
  }

  private func entry(_ id: Int) -> LedgerEntry {
    LedgerEntry(
      id: id, run: 1, source: "s", dataset: "postings", name: "\(id).csv", sha256: "\(id)", bytes: 1, encoding: "utf-8",
      recipe: "r", rows: 3, accepted: 3)
  }

  @Test func theCopyIsTheOriginal() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let warehouse = try large()
    try warehouse.queue.write { try Ledger.add($0, entry(1), findings: []) }
    let totals = try WarehouseCopy.make(of: warehouse.queue, to: path("c.sqlite"), deadline: .distantFuture)
    #expect(totals.files == 1 && totals.rows == 3 && totals.runs == 1 && totals.lastRun == "2026-01-01 02:00:00")
    let mode = try FileManager.default.attributesOfItem(atPath: path("c.sqlite"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let sums = try [path("w.sqlite"), path("c.sqlite")].map {
      try Warehouse(readOnly: $0).queue.read {
        try String.fetchAll($0, sql: "SELECT hex(substr(data, 1, 9)) FROM filler")
      }
    }
    #expect(sums[0] == sums[1] && sums[0].count == 48)
    // It is not written over.
    #expect(throws: DatabaseError.self) {
      try WarehouseCopy.make(of: warehouse.queue, to: path("c.sqlite"), deadline: .distantFuture)
    }
  }

  /// Another connection takes a file between two steps: the copy begins anew and has it.
  @Test func aWriterGetsItsTurn() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let warehouse = try large()
    let writer = try Warehouse(path: path("w.sqlite"), tables: [])
    var written = 0
    let totals = try WarehouseCopy.make(of: warehouse.queue, to: path("c.sqlite"), deadline: .distantFuture) { _ in
      guard written < 3 else { return }
      written += 1
      do { try writer.queue.write { [written] in try Ledger.add($0, entry(written), findings: []) } } catch {
        Issue.record(error)
      }
    }
    #expect(written == 3 && totals.files == 3)
    #expect(try WarehouseCopy.verify(path("c.sqlite")) == totals)
  }

  @Test func whoNeverStopsWritingIsGivenUp() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let warehouse = try large()
    let writer = try Warehouse(path: path("w.sqlite"), tables: [])
    try writer.queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      defer { try? db.execute(sql: "ROLLBACK") }
      let deadline = Date().addingTimeInterval(0.2)
      let error = #expect(throws: DatabaseError.self) {
        try WarehouseCopy.make(of: warehouse.queue, to: path("c.sqlite"), deadline: deadline)
      }
      #expect(error?.code == .busy)
    }
  }

  @Test func damageIsFound() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let warehouse = try large()
    try WarehouseCopy.make(of: warehouse.queue, to: path("c.sqlite"), deadline: .distantFuture)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path("c.sqlite")))
    let (root, size) = try Warehouse(readOnly: path("c.sqlite")).queue.read { db in
      (
        try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'filler'") ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      )
    }
    #expect(root > 1 && size == 32768)
    try file.seek(toOffset: UInt64((root - 1) * size))
    try file.write(contentsOf: Data(repeating: 0xA5, count: 64))
    try file.close()
    #expect(throws: (any Error).self) { try WarehouseCopy.verify(path("c.sqlite")) }
  }
}
