import Domain
import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct CrossTablesTests {
  private let table = CrossTable(
    id: "region-education", dataset: "postings",
    axes: [CrossTable.Axis(column: "region", level: 2), CrossTable.Axis(column: "education")])

  private func row(_ id: String, _ openings: Int, _ cells: [String: String]) -> PostingRow {
    var row = PostingRow(cells)
    (row.id, row.openings) = (id, "\(openings)")
    return row
  }

  private func take(_ rows: [PostingRow], file: Int, _ queue: DatabaseQueue, _ tables: CrossTables) throws {
    let conformed = try Conformed(PostingRow.file(rows))
    try queue.write { db in
      var loader = try FileLoader(
        db, source: .postings, file: file, name: "\(file).csv", homeRegion: "450600", crossTables: tables)
      for batch in conformed.batches { try loader.load(batch) }
      _ = try loader.finish()
    }
  }

  /// month|region|education|postings|openings, counted by SQL from the facts.
  private static let recount = """
    SELECT strftime('%Y-%m', posted_on * 86400, 'unixepoch') || '|' || substr(region / 100 * 100, 2) || '|'
      || coalesce(substr(education, 2), '') || '|' || count(*) || '|' || sum(openings)
    FROM postings GROUP BY strftime('%Y-%m', posted_on * 86400, 'unixepoch'), region / 100, education
    ORDER BY strftime('%Y-%m', posted_on * 86400, 'unixepoch'), region / 100, coalesce(education, 0)
    """

  private func written(_ queue: DatabaseQueue) throws -> [String] {
    let folder = try TestFolder()
    let tables = try CrossTables([table], TestDatasets.all, book: TestBook.book).tables
    let path = try queue.read { try CrossTableWriter(folder: folder.path).write(tables, $0)[0] }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\r\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return [cells[0], cells[1], cells[3], cells[5], cells[6]].joined(separator: "|")
    }
  }

  @Test func followsInsertsNewVersionsAndErasing() throws {
    let tables = try CrossTables([table], TestDatasets.all, book: TestBook.book)
    let queue = try Warehouse(path: ":memory:", tables: TestDatasets.all.tables).queue
    _ = try queue.write { try CrossRecount($0, tables).run() }
    let cells = [["区划代码": "450602", "学历要求": "本科"], ["区划代码": "450681"], ["区划代码": "440300", "学历要求": "大专"]]
    try take((1...9).map { row("\($0)", $0, cells[$0 % 3]) }, file: 1, queue, tables)
    try take(
      [row("1", 50, cells[2].merging(["更新时间": "2026-08-01"]) { $1 }), row("10", 1, cells[0])], file: 2, queue, tables)
    let recounted = try queue.read { try String.fetchAll($0, sql: CrossTablesTests.recount) }
    #expect(try written(queue) == recounted)
    #expect(recounted.count == 3)
  }

  @Test func aTableDefinedLaterIsCountedFromTheFacts() throws {
    let queue = try Warehouse(path: ":memory:", tables: TestDatasets.all.tables).queue
    try take((1...5).map { row("\($0)", $0, ["区划代码": "450602"]) }, file: 1, queue, CrossTables())
    let tables = try CrossTables([table], TestDatasets.all, book: TestBook.book)
    #expect(try queue.write { try CrossRecount($0, tables).run() } == ["region-education"])
    #expect(try written(queue) == ["2026-07|450600||5|15"])
    #expect(try queue.write { try CrossRecount($0, tables).run() } == [])
    // No pipeline names it any more.
    #expect(try queue.write { try CrossRecount($0, CrossTables()).run() } == [])
    #expect(try queue.read { try CrossStore.months($0, table: "region-education") } == [])
  }

  @Test func meanPayIsThatOfTheMiddles() throws {
    let tables = try CrossTables([table], TestDatasets.all, book: TestBook.book)
    let queue = try Warehouse(path: ":memory:", tables: TestDatasets.all.tables).queue
    let pays = ["4000-6000元/月", "8000元/月", "面议"]
    try take(pays.enumerated().map { row("\($0.offset)", 1, ["薪资待遇": $0.element]) }, file: 1, queue, tables)
    let folder = try TestFolder()
    let path = try queue.read { try CrossTableWriter(folder: folder.path).write(tables.tables, $0)[0] }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(text.contains("月份,工作地点2级编码,工作地点2级,学历要求编码,学历要求,岗位数,招聘人数,平均薪酬\r\n"))
    #expect(text.contains("2026-07,450600,防城港市,,,3,3,6500\r\n"))
  }
}
