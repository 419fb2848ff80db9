import Documents
import Domain
import Tabular
import TestSupport
import Testing

@testable import Stages

@Suite struct TitleAuditTests {
  private let scratch: TestFolder
  private let period = Period("2026Q3")!
  private let day = Day(iso: "2026-10-20")!
  private let before: [TitleGrade: Int] = [.high: 97, .medium: 87, .low: 82]
  private var work: String { scratch.path }
  private var tables: String { scratch.file("tables") }
  private var path: String { TitleAudit.path(period, in: work) }

  init() throws {
    scratch = try TestFolder()
    try scratch.write("", "tables/keep")
  }

  /// `sure` titles of grade 高, `medium` of grade 中, one without a code and one that was given.
  private func warehouse(sure: Int, medium: Int) throws -> TestWarehouse {
    let titles =
      (0..<sure).map { "急聘\($0)装卸" } + (0..<medium).map { "夜班\(Character(UnicodeScalar(0x4E00 + $0)!))装卸" } + ["擎天柱"]
    var warehouse = try TestWarehouse()
    let rows = titles.enumerated().map { number, title in
      var row = PostingRow()
      (row.id, row.title) = ("\(number)", title)
      return row
    }
    var given = PostingRow(["职业": "4-02-05-01"])
    (given.id, given.title) = ("given", "某")
    try warehouse.take(PostingRow.file(rows + [given]), book: TitledBook.book())
    return warehouse
  }

  private func update(_ warehouse: TestWarehouse, _ period: Period? = nil) throws -> Int? {
    let book = try TitledBook.book()
    return try warehouse.queue.read {
      try TitleAudit.update(
        $0, .postings, coder: #require(book.titles), period: period ?? self.period, folder: tables, work: work)?.open
    }
  }

  private func list() throws -> [[String]] { try #require(CSVText.rows(FileTree.bytes(of: path))) }

  private func answer(_ verdicts: [String]) throws {
    var rows = try list()
    for (place, verdict) in verdicts.enumerated() { rows[place + 1][7] = verdict }
    try DurableFile.replace(path, with: CSVText.bytes(rows), mode: 0o600)
  }

  private func take() throws {
    try TitleAudit.take(work: work, into: tables, TitledBook.book().list("occupations"), day: day)
  }

  private func accuracy(_ period: Period) throws -> TitleAccuracy {
    try TitleAudits(in: tables).accuracy(in: period, before: before)
  }

  /// The same quarter draws the same titles, another one others; what has no code or was given is not asked.
  @Test func theLotIsThatOfTheQuarter() throws {
    let warehouse = try warehouse(sure: 5, medium: 200)
    #expect(try update(warehouse) == 100)
    let first = try list()
    #expect(
      first.count == 101 && first.dropFirst().count { $0[1] == "中" } == 100 - first.dropFirst().count { $0[1] == "高" })
    #expect(first.dropFirst().allSatisfy { $0[0] == "2026Q3" && $0[4].hasPrefix("4-02-05") && $0[7].isEmpty })
    #expect(!first.contains { ["擎天柱", "某"].contains($0[3]) })
    try FileTree.remove(path)
    #expect(try update(warehouse) == 100)
    #expect(try list() == first)
    #expect(try update(warehouse, Period("2026Q2")) == nil)
    let sample = try warehouse.queue.read {
      try TitleSample($0, .postings, coder: #require(TitledBook.book().titles), quarter: period)
    }
    #expect(sample?.titles([(.medium, 3), (.low, 2)]).map(\.reading.basis) == Array(repeating: .medium, count: 5))
  }

  /// Frequent titles are drawn as often as they are met: one that has half of the postings is in every small lot or nearly.
  @Test func frequentTitlesComeFirst() throws {
    let titles =
      (0..<100).map { "夜班\(Character(UnicodeScalar(0x4E00 + $0)!))装卸" } + Array(repeating: "夜班装卸", count: 100)
    var warehouse = try TestWarehouse()
    let rows = titles.enumerated().map { number, title in
      var row = PostingRow()
      (row.id, row.title) = ("\(number)", title)
      return row
    }
    try warehouse.take(PostingRow.file(rows), book: TitledBook.book())
    let coder = try #require(TitledBook.book().titles)
    let lots = try (1...4).map { quarter in
      // The quarter of the lot is that of the days that are asked for: the same rows under four names.
      try warehouse.queue.write { db in
        let period = try #require(Period("202\(quarter)Q3"))
        try db.execute(sql: "UPDATE postings_version SET posted_on = ?", arguments: [period.firstDay.ordinal])
        return try #require(try TitleSample(db, .postings, coder: coder, quarter: period)).titles([(.medium, 20)]).map(
          \.title)
      }
    }
    #expect(lots.allSatisfy { $0.count == 20 && $0.contains("夜班装卸") } && Set(lots).count == 4)
  }

  /// Less than what was drawn is no audit, whoever took rows away, and neither is what was drawn for another quarter.
  @Test(arguments: [0, 1, 2])
  func aListWithoutAllItsRowsIsNone(change: Int) throws {
    _ = try update(try warehouse(sure: 2, medium: 4))
    try answer(try list().dropFirst().map { _ in "对" })
    var rows = try list()
    switch change {
    case 0: rows.remove(at: 2)
    case 1: rows.append(rows[1])
    default: for place in rows.indices.dropFirst() { rows[place][0] = "2025Q1" }
    }
    try DurableFile.replace(path, with: CSVText.bytes(rows), mode: 0o600)
    #expect(try failure { try take() }.code == .wrongReviewList)
    #expect(try accuracy(period).audit == nil)
  }

  @Test func answersBecomeTheShareRight() throws {
    let warehouse = try warehouse(sure: 2, medium: 4)
    let count = try #require(try update(warehouse))
    #expect(try accuracy(period) == TitleAccuracy(percent: before))
    let grades = try list().dropFirst().map { $0[1] }
    // Half an answer is none, and the list is not written anew meanwhile.
    try answer(["对"])
    try take()
    #expect(try accuracy(period).audit == nil && update(warehouse) == count - 1)
    try answer(["随便"])
    #expect(try failure { try take() }.place.hasSuffix("title-audit-2026Q3.csv:2"))
    try answer(grades.map { _ in "随便" })
    let wrong = try failure { try take() }
    #expect(wrong.code == .wrongReviewList && wrong.place.hasSuffix("title-audit-2026Q3.csv:2"))

    // Of the grade 中: right, of the 大类 only, wrong, and by its code another one of the same 大类.
    var verdicts = ["对", "大类对", "错", "4-01-02-01"]
    try answer(grades.map { $0 == "中" ? verdicts.removeFirst() : "4-02-05-01" })
    try take()
    let found = try accuracy(period)
    let sure = grades.count { $0 == "高" }
    #expect(found.percent == [.high: 100, .medium: 25, .low: 82])
    #expect(found.audit == TitleAccuracy.Audit(period: period, titles: count))
    let counts = try TitleAudits(in: tables).counts
    #expect(
      counts.map(\.titles) == [sure, 4] && counts.map(\.right) == [sure, 1] && counts.map(\.rightMajor) == [sure, 3])
    // It is counted once, is asked no more, and says nothing of the time before.
    try take()
    #expect(try TitleAudits(in: tables).counts == counts && update(warehouse) == nil)
    #expect(try accuracy(#require(Period("2026M08"))) == found && accuracy(#require(Period("2027"))) == found)
    #expect(try accuracy(#require(Period("2026Q2"))) == TitleAccuracy(percent: before))
  }

  @Test(arguments: [
    "2026Q3,高,40,41,41,2026-10-20", "2026Q3,高,0,0,0,2026-10-20", "2026H2,高,4,4,4,2026-10-20",
    "2026Q3,很高,4,4,4,2026-10-20", "2026Q3,高,4,4,3,2026-10-20", "2026Q3,高,4,4,4,\r\n2026Q3,高,4,4,4,",
  ])
  func aLineThatCannotBeIsTold(line: String) throws {
    try scratch.write("period,grade,titles,right,right_major,date\r\n\(line)\r\n", "tables/title-audits.csv")
    let wrong = try failure { try TitleAudits(in: tables) }
    #expect(wrong.code == .wrongTitleTable && wrong.place.hasSuffix(line.contains("\r") ? ":3" : ":2"))
  }
}
