import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

/// A warehouse in memory that takes small exports.
struct TestWarehouse {
  let queue: DatabaseQueue
  private var files = 0

  init(_ path: String = ":memory:") throws {
    queue = try Warehouse(path: path, tables: TestDatasets.all.tables).queue
    _ = try queue.write { try Ledger.startRun($0, pipeline: "test", at: "") }
  }

  /// What came of one file.
  struct Taken {
    let outcome: LoadOutcome
    let rows: Int
    let rejected: Int
  }

  @discardableResult
  mutating func take(
    _ text: String, _ source: SourceSpec = .postings, keys: HashFilter? = nil, book: CodeBook = TestBook.book
  ) throws -> Taken {
    files += 1
    let conformed = try Conformed(text, source, book: book)
    let entry = try queue.write { [files] db in
      var loader = try FileLoader(
        db, source: source, file: files, name: "\(files).csv", homeRegion: "450600", keys: keys)
      for batch in conformed.batches { try loader.load(batch) }
      let outcome = try loader.finish()
      try CodedRows.add(db, file: files, outcome.coded)
      let entry = LedgerEntry(files, source, conformed, outcome)
      try Ledger.add(db, entry, findings: [])
      return entry
    }
    return Taken(
      outcome: LoadOutcome(accepted: entry.accepted, duplicate: entry.duplicate, unchanged: entry.unchanged),
      rows: entry.rows, rejected: entry.rejected)
  }

  @discardableResult
  mutating func take(_ rows: [PostingRow]) throws -> Taken { try take(PostingRow.file(rows)) }

  func integer(_ sql: String) throws -> Int? { try queue.read { try Int.fetchOne($0, sql: sql) } }

  func integers(_ sql: String) throws -> [[Int?]] {
    try queue.read { try Row.fetchAll($0, sql: sql).map { row in (0..<row.count).map { row[$0] as Int? } } }
  }

  /// Titles of the versions in a table, in their order.
  func titles(_ table: String) throws -> [String?] {
    return try queue.read { db in
      try Int.fetchAll(db, sql: "SELECT id FROM \(table) ORDER BY id").map { id in
        try TextBlocks.texts(db, dataset: "postings", id: id)["title"]
      }
    }
  }

  /// Where the cube is not that of the facts, counted in SQL that shares nothing with the loader.
  func cubeDifferences() throws -> [Discrepancy] {
    try queue.read { db in
      var result = WarehouseCheck.Result()
      let check = CubeCheck(db, homeRegion: "450600")
      for axis in CubeAxis.all { try check.run(axis, TestDatasets.all.required(axis.dataset), &result) }
      try check.runUnknown(&result)
      #expect(result.notes == [])
      return result.found.shown
    }
  }

  func texts(_ sql: String) throws -> [String?] {
    try queue.read { try Row.fetchAll($0, sql: sql).map { $0[0] as String? } }
  }
}
