import Documents
import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct TitleReviewTests {
  private let scratch: TestFolder
  private var work: String { scratch.path }

  init() throws { scratch = try TestFolder() }

  private func rows(_ titles: [(title: String, employer: String, openings: Int)]) -> String {
    PostingRow.file(
      titles.enumerated().map { number, one in
        var row = PostingRow()
        (row.id, row.title, row.employer, row.openings) = ("\(number)", one.title, one.employer, "\(one.openings)")
        return row
      })
  }

  private func update(_ warehouse: TestWarehouse, _ book: CodeBook) throws -> Int {
    try warehouse.queue.read { try TitleReview.update($0, .postings, coder: #require(book.titles), work: work) }
  }

  /// Asked are titles of several employers that nobody knows for sure, the one with most openings first.
  @Test func whatIsNotSureIsAskedAndTheAnswerIsTaken() throws {
    let book = try TitledBook.book()
    let two = [("甲", 2), ("乙", 2), ("甲", 2)]
    let some = two.map { (title: "擎天柱", employer: $0.0, openings: $0.1) }
    let more = two.map { (title: "流云使", employer: $0.0, openings: $0.1 * 3) }
    let alone = (0..<4).map { _ in (title: "独行侠", employer: "甲", openings: 9) }
    let sure = two.map { (title: "装卸", employer: $0.0, openings: 50) }
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(some + more + alone + sure), book: book)
    #expect(try update(warehouse, book) == 2)
    let path = TitleReview.path(in: work)
    var list = try #require(CSVText.rows(FileTree.bytes(of: path)))
    #expect(list.count == 3 && list[0] == TitleReview.header)
    #expect(list[1][..<3] == ["3", "18", "流云使"] && list[2][..<3] == ["3", "6", "擎天柱"])
    #expect(list[1][5] == "不识")

    // Nothing is taken while one of the answers is wrong.
    try scratch.write("", "tables/keep")
    let (tables, list0) = (scratch.file("tables"), try book.list("occupations"))
    let day = try #require(Day(iso: "2026-12-01"))
    #expect(try TitleAnswers.take(work: work, into: tables, list0, day: day) == 0)
    (list[1][9], list[2][9]) = ("4-02-05-01", "9-99")
    try DurableFile.replace(path, with: CSVText.bytes(list), mode: 0o600)
    let wrong = try failure { try TitleAnswers.take(work: work, into: tables, list0, day: day) }
    #expect(wrong.code == .wrongReviewList && wrong.place == "titles.csv:3")
    (list[2][9], list[2][10], list[2][11]) = ("理货工", "擎天", "张")
    try DurableFile.replace(path, with: CSVText.bytes(list), mode: 0o600)
    #expect(try TitleAnswers.take(work: work, into: tables, list0, day: day) == 2)
    let local = try #require(CSVText.rows(FileTree.bytes(of: "\(tables)/job-titles-local.csv")))
    #expect(local[1] == ["流云使", "4-02-05-01", "装卸工", "名称", "", "2026-12-01"])
    #expect(local[2] == ["擎天", "4-02-05-02", "理货工", "词", "张", "2026-12-01"])
    #expect(try TitleAnswers.take(work: work, into: tables, list0, day: day) == 0)
  }

  /// Fills the list of two titles that nobody knows, with code and word of each, and takes the answers.
  private func take(
    _ first: (code: String, word: String), _ second: (code: String, word: String), title: String = "流云使"
  )
    throws -> Int
  {
    let book = try TitledBook.book()
    let rows = [title, "擎天柱"].map { title in
      TitleReview.header.map { ["岗位名称": title][$0] ?? "" }
    }
    var list = [TitleReview.header] + rows
    for (place, answer) in [first, second].enumerated() {
      (list[place + 1][9], list[place + 1][10]) = (answer.code, answer.word)
    }
    try scratch.write("", "tables/keep")
    try scratch.write("", "review/keep")
    try DurableFile.replace(TitleReview.path(in: work), with: CSVText.bytes(list), mode: 0o600)
    return try TitleAnswers.take(
      work: work, into: scratch.file("tables"), book.list("occupations"), day: #require(Day(iso: "2026-12-01")))
  }

  private func local() throws -> [[String]]? {
    let path = "\(scratch.file("tables"))/job-titles-local.csv"
    return FileTree.exists(path) ? CSVText.rows(try FileTree.bytes(of: path)) : nil
  }

  /// What would stop every later command, or code titles that nobody meant, is told where it was written; nothing is taken.
  @Test(
    arguments: [
      ("4-02-05-01", "厨师", "4-02-05-01", "", 2), ("", "流云", "4-02-05-01", "", 2),
      ("4-02-05-01", "使", "4-02-05-01", "", 2), ("4-02-05-01", "*", "4-02-05-01", "", 2),
      ("4-02-05-01", "", "4-02-05-02", "=1+1", 3), ("4-02-05-01 理货工", "", "4-02-05-02", "", 2),
    ] as [(String, String, String, String, Int)])
  func wrongAnswersAreToldInTheirRow(code: String, word: String, other: String, otherWord: String, line: Int) throws {
    let wrong = try failure { try take((code, word), (other, otherWord)) }
    #expect(wrong.code == .wrongReviewList && wrong.place == "titles.csv:\(line)")
    #expect(try local() == nil && FileTree.exists(TitleReview.path(in: work)))
  }

  @Test func twoAnswersToOneTitleAreNone() throws {
    let wrong = try failure { try take(("4-02-05-01", ""), ("4-02-05-02", ""), title: "擎天柱") }
    #expect(wrong.code == .wrongReviewList && wrong.place == "titles.csv:3")
    #expect(try local() == nil && FileTree.exists(TitleReview.path(in: work)))
  }

  /// A suggestion is a code and its name; a title that would be a formula stays what it is, however often it is written.
  @Test func suggestionsCanBePastedAndFormulasAreTitles() throws {
    for code in ["4-02-05-01 装卸工", "4-02-05-02 理货工"] {
      #expect(try take((code, ""), ("", ""), title: "=1+1精灵师") == 1)
    }
    #expect(try take(("", ""), ("装卸工", "")) == 1)
    let rows = try #require(try local())
    #expect(rows.count == 3 && rows[1][..<2] == ["=1+1精灵师", "4-02-05-02"])
    let bytes = try FileTree.bytes(of: "\(scratch.file("tables"))/job-titles-local.csv")
    let tables = try TitleTables(occupations: TitledBook.book().list("occupations"), regions: nil) {
      $0 == "job-titles-local.csv" ? ($0, bytes) : nil
    }
    #expect(tables.answers["=1+1精灵师"] != nil && tables.answers["擎天柱"] != nil)
  }

  @Test func nothingToAskLeavesNoList() throws {
    let book = try TitledBook.book()
    var warehouse = try TestWarehouse()
    try warehouse.take(rows([("装卸", "甲", 2)]), book: book)
    try scratch.write("x", "review/titles.csv")
    #expect(try update(warehouse, book) == 0)
    #expect(!FileTree.exists(TitleReview.path(in: work)))
  }
}
