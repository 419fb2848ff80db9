import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct SourceEraserTests {
  private func row(_ id: String, _ openings: Int, _ updated: String) -> PostingRow {
    var row = PostingRow(["更新时间": updated])
    (row.id, row.openings) = (id, "\(openings)")
    return row
  }

  /// Takes a file of `source`, with a finding.
  private func take(_ rows: [PostingRow], as source: String, _ warehouse: inout TestWarehouse) throws {
    var spec = SourceSpec.postings
    spec.id = source
    try warehouse.take(PostingRow.file(rows), spec)
    try warehouse.queue.write { db in
      try db.execute(
        sql: "INSERT INTO finding_count VALUES (?, 'row.quote', '', 3, 1)", arguments: [try Ledger.vintage(db)])
    }
  }

  @Test func aSourceLeavesNothingBehind() throws {
    var (warehouse, other) = (try TestWarehouse(), try TestWarehouse())
    try take([row("1", 3, "2026-07-02")], as: "other", &warehouse)
    try take([row("1", 3, "2026-07-02")], as: "other", &other)
    try take([row("1", 5, "2026-07-03"), row("2", 7, "2026-07-03")], as: "test", &warehouse)
    try take([row("2", 8, "2026-07-04"), row("2", 1, "2026-07-01")], as: "test", &warehouse)
    #expect(try warehouse.integer("SELECT sum(openings) FROM postings") == 13)

    try warehouse.queue.write { try SourceEraser($0, source: .postings, homeRegion: "450600").erase() }
    // What the other source had brought of the same posting is current again.
    #expect(try warehouse.integers("SELECT openings, file FROM postings") == [[3, 1]])
    for table in ["cube", "postings", "postings_history", "postings_text", "finding_count", "file"] {
      let sql = "SELECT count(*) FROM \(table)"
      #expect(try warehouse.integer(sql) == other.integer(sql), "\(table)")
    }
    let cube = "SELECT axis, month, region, code, registered, ended, closed, filled FROM cube ORDER BY 1, 2, 3, 4"
    #expect(try warehouse.integers(cube) == other.integers(cube))
    #expect(try warehouse.queue.read(Ledger.nextFile) == 4)
  }

  /// The same row of another source is a version of its own, in whichever order they came.
  @Test(arguments: [["test", "other"], ["other", "test"]])
  func whatAnotherSourceBroughtTooStays(_ order: [String]) throws {
    var warehouse = try TestWarehouse()
    for source in order + order { try take([row("1", 3, "2026-07-02")], as: source, &warehouse) }
    try warehouse.queue.write { try SourceEraser($0, source: .postings, homeRegion: "450600").erase() }
    #expect(
      try warehouse.texts("SELECT source FROM file WHERE id IN (SELECT file FROM postings)") == ["other"])
    #expect(try warehouse.integer("SELECT sum(openings) FROM postings") == 3)
    #expect(try warehouse.cubeDifferences() == [])
  }

  @Test func aCopyStandsAloneWhenItsOriginalGoes() throws {
    var warehouse = try TestWarehouse()
    try take([row("1", 3, "2026-07-02")], as: "test", &warehouse)
    var copy = row("9", 3, "2026-07-02")
    copy.platform = "平台乙"
    copy.cells["转载来源"] = "平台甲"
    try take([copy], as: "other", &warehouse)
    #expect(try warehouse.integers("SELECT is_copy FROM postings WHERE file = 2") == [[1]])
    try warehouse.queue.write { try SourceEraser($0, source: .postings, homeRegion: "450600").erase() }
    #expect(try warehouse.integers("SELECT is_copy FROM postings") == [[0]])
    #expect(try warehouse.integer("SELECT sum(registered) FROM cube WHERE axis = 1") == 3)
    #expect(try warehouse.integer("SELECT count(*) FROM cube WHERE axis = 10") == 0)
  }
}
