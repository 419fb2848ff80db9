import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct FileLoaderTests {
  private func row(_ openings: Int, _ updated: String? = nil, id: String = "1") -> PostingRow {
    var row = PostingRow()
    (row.id, row.openings) = (id, "\(openings)")
    row.cells["更新时间"] = updated
    return row
  }

  private func outcome(accepted: Int = 0, duplicate: Int = 0, unchanged: Int = 0) -> LoadOutcome {
    var outcome = LoadOutcome()
    (outcome.accepted, outcome.duplicate, outcome.unchanged) = (accepted, duplicate, unchanged)
    return outcome
  }

  @Test func newRowsAreAcceptedAndRepeatedOnesDuplicates() throws {
    var warehouse = try TestWarehouse()
    let taken = try warehouse.take([row(1), row(2, id: "2"), row(1)])
    #expect(taken.outcome == outcome(accepted: 2, duplicate: 1))
    #expect(try warehouse.integer("SELECT count(*) FROM postings_history") == 0)
  }

  @Test func sameContentOfAnEarlierFileIsUnchanged() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([row(1)])
    #expect(try warehouse.take([row(1), row(1)]).outcome == outcome(unchanged: 2))
    #expect(try warehouse.integer("SELECT file FROM postings") == 1)
  }

  @Test(
    arguments: [(nil, nil), ("2026-07-02", "2026-07-02"), ("2026-07-02", "2026-07-03"), (nil, "2026-07-01 00:00:00")]
      as [(String?, String?)])
  func newerVersionWins(before: String?, now: String?) throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([row(1, before)])
    #expect(try warehouse.take([row(5, now)]).outcome == outcome(accepted: 1))
    #expect(try warehouse.integers("SELECT openings, file FROM postings") == [[5, 2]])
    #expect(try warehouse.integers("SELECT openings, file FROM postings_history") == [[1, 1]])
  }

  @Test(arguments: [("2026-07-02", nil), ("2026-07-03", "2026-07-02")] as [(String?, String?)])
  func olderVersionGoesToTheHistory(before: String?, now: String?) throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([row(1, before)])
    #expect(try warehouse.take([row(5, now)]).outcome == outcome(duplicate: 1))
    #expect(try warehouse.integers("SELECT openings, file FROM postings") == [[1, 1]])
    #expect(try warehouse.integers("SELECT openings, file FROM postings_history") == [[5, 2]])
    #expect(try warehouse.integer("SELECT sum(registered) FROM cube WHERE axis = 1") == 1)
  }

  @Test func newerVersionWithinAFileIsADuplicate() throws {
    var warehouse = try TestWarehouse()
    let taken = try warehouse.take([row(1, "2026-07-03"), row(2, "2026-07-04"), row(3, "2026-07-02")])
    #expect(taken.outcome == outcome(accepted: 1, duplicate: 2))
    #expect(try warehouse.integers("SELECT openings, line FROM postings") == [[2, 3]])
    #expect(try warehouse.integers("SELECT openings FROM postings_history ORDER BY openings") == [[1], [3]])
  }

  @Test func textsFollowTheVersions() throws {
    var warehouse = try TestWarehouse()
    for title in ["营销员", "高级营销员"] {
      var row = row(1)
      row.title = title
      try warehouse.take([row])
    }
    #expect(try warehouse.titles("postings") == ["高级营销员"])
    #expect(try warehouse.titles("postings_history") == ["营销员"])
  }

  @Test func platformIsPartOfTheKey() throws {
    var warehouse = try TestWarehouse()
    var other = row(1)
    other.platform = "平台乙"
    #expect(try warehouse.take([row(1), other]).outcome == outcome(accepted: 2))
    #expect(try warehouse.texts("SELECT name FROM unit ORDER BY name") == ["平台乙", "平台甲"])
  }

  @Test(
    arguments: [
      ([:], "2026-09-29"), (["有效期至": "2026-08-01"], "2026-08-01"),
      (["关闭日期": "2026-07-05", "有效期至": "2026-08-01"], "2026-07-05"),
      (["关闭日期": "2026-08-05", "有效期至": "2026-08-01"], "2026-08-01"), (["有效期至": "2027-08-01"], "2027-08-01"),
    ] as [([String: String], String)])
  func endsOnTheEarliestOfTheGivenDates(cells: [String: String], end: String) throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([PostingRow(cells)])
    #expect(try warehouse.texts("SELECT date(ends_on * 86400, 'unixepoch') FROM postings") == [end])
  }

  /// A field added in the middle of a contract stands behind the others in an older warehouse.
  @Test func loadsIntoATableThatGrew() throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/warehouse.sqlite"
    let older = TestDatasets.all.tables.map { table in
      FactTable(
        name: table.name, integers: table.integers.filter { $0 != "openings" }, keys: table.keys,
        texts: table.texts.filter { $0 != "title" })
    }
    try Warehouse(path: path, tables: older).queue.close()
    var warehouse = try TestWarehouse(path)
    try warehouse.take([row(3)])
    try warehouse.take([row(4)])
    let select = "SELECT openings, posted_on - ends_on, is_copy FROM"
    #expect(try warehouse.integers("\(select) postings") == [[4, -90, 0]])
    #expect(try warehouse.integers("\(select) postings_history") == [[3, -90, 0]])
    #expect(try warehouse.titles("postings") + warehouse.titles("postings_history") == ["营销员", "营销员"])
    #expect(try warehouse.integer("SELECT sum(registered) FROM cube WHERE axis = 1") == 4)
  }
}
