import Testing
import Warehouse

@testable import Stages

@Suite struct PostingReaderTests {
  private func read(_ warehouse: TestWarehouse, _ region: RegionRange? = nil) throws -> [[Int?]] {
    var postings = PostingReader(where: "openings < 9", in: region)
    let (closed, id, openings) = (postings.column("closed_on"), postings.column("id"), postings.column("openings"))
    var rows: [[Int?]] = []
    try warehouse.queue.read { try postings.each($0) { rows.append([$0[id], $0[openings], $0[closed]]) } }
    return rows
  }

  @Test func canonicalPostingsByIdWithTheColumnsAskedFor() throws {
    var warehouse = try TestWarehouse()
    let rows = [
      ("1", "3", "450602", "甲"), ("2", "9", "450602", "甲"), ("3", "4", "450681", "甲"), ("4", "3", "450602", "乙"),
    ]
    try warehouse.take(
      rows.map { id, openings, region, platform in
        var row = PostingRow(["区划代码": region, "关闭日期": id == "3" ? "2026-07-31" : ""])
        (row.id, row.openings, row.platform) = (id, openings, platform)
        row.title = ["1": "焊工", "4": "焊工"][id] ?? "岗位\(id)"
        return row
      })
    // The first is a copy of the last: the name of the platform decides.
    #expect(try warehouse.integers("SELECT id FROM postings WHERE is_copy = 1") == [[1]])
    #expect(try read(warehouse) == [[3, 4, 20_665], [4, 3, nil]])
    #expect(try read(warehouse, RegionRange("450681")) == [[3, 4, 20_665]])
    #expect(try read(warehouse, RegionRange("450600")).count == 2)
  }

  @Test func aColumnThatThereIsNotIsAnError() throws {
    let warehouse = try TestWarehouse()
    var postings = PostingReader(where: "true")
    _ = postings.column("colour")
    #expect(throws: DatabaseError.self) { try warehouse.queue.read { [postings] in try postings.each($0) { _ in } } }
  }
}
