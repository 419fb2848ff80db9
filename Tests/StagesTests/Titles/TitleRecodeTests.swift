import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct TitleRecodeTests {
  private func rows(_ titles: [(String, String)], from first: Int = 0) -> String {
    PostingRow.file(
      titles.enumerated().map { number, one in
        var row = PostingRow(["职业": one.1, "更新时间": "2026-07-0\(first + 1)"])
        (row.id, row.title) = ("\(first + number)", one.0)
        return row
      })
  }

  private func recode(_ warehouse: TestWarehouse, _ book: CodeBook, except: [String] = []) throws -> Int {
    try warehouse.queue.write { db in
      let coder = try #require(book.titles)
      let recode = TitleRecode(db, .postings, coder: coder, homeRegion: "450600", crossTables: CrossTables())
      return try recode?.run(except: except) ?? -1
    }
  }

  private func stored(_ warehouse: TestWarehouse) throws -> [[Int?]] {
    try warehouse.integers("SELECT occupation, occupation_basis FROM postings ORDER BY id")
  }

  /// Only titles that hold the changed term are coded anew; the cube is that of a rebuild, and so are the counts.
  @Test func aChangedTermChangesItsTitlesOnly() throws {
    let titles = [("急聘装卸", ""), ("理货", ""), ("装卸", "营销员"), ("擎天柱", ""), ("夜班装卸", "")]
    let (before, other) = (
      try TitledBook.book(), TitledBook.terms.replacing("装卸,4-02-05-01,装卸工", with: "装卸,4-01-02-01,营销员")
    )
    let after = try TitledBook.book(other + "擎天柱,4-02-05-02,理货工,own\n")
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(titles), book: before)
    try warehouse.take(rows([("装卸", "")], from: 1), book: before)
    #expect(try recode(warehouse, before) == 0)
    // 急聘装卸, 夜班装卸, 擎天柱, and the posting that came again as 装卸; its former version said 理货.
    #expect(try recode(warehouse, after) == 4)
    var anew = try TestWarehouse()
    try anew.take(rows(titles), book: after)
    try anew.take(rows([("装卸", "")], from: 1), book: after)
    #expect(try stored(warehouse) == stored(anew))
    #expect(try warehouse.cubeDifferences() == [])
    let cube = "SELECT * FROM cube WHERE registered <> 0 OR ended <> 0 ORDER BY 1, 2, 3, 4"
    #expect(try warehouse.integers(cube) == anew.integers(cube))
    let counts = "SELECT file, basis, rows FROM file_coded WHERE rows > 0 ORDER BY 1, 2"
    #expect(try warehouse.integers(counts) == anew.integers(counts))
    #expect(try recode(warehouse, after) == 0)
    #expect(try recode(warehouse, before) == 4)
  }

  @Test func sourcesWithoutCodingStayAsTheyAre() throws {
    let after = try TitledBook.book(TitledBook.terms.replacing("装卸,4-02-05-01,装卸工", with: "装卸,4-01-02-01,营销员"))
    var warehouse = try TestWarehouse()
    try warehouse.take(rows([("装卸", "")]), book: TitledBook.book())
    _ = try recode(warehouse, TitledBook.book())
    #expect(try recode(warehouse, after, except: ["test"]) == 0)
    #expect(try stored(warehouse) == [[14_020_501, 1]])
  }
}
