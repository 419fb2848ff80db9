import Domain
import Stages
import Tabular
import TestSupport
import Testing

@Suite struct TitleStepTests {
  private func columns(_ rows: [PostingRow], workers: Int = 1) throws -> [[Int?]] {
    let conformed = try Conformed(PostingRow.file(rows), workers: workers, book: TitledBook.book())
    return rows.indices.map { row in
      ["occupation", "occupation_basis", "occupation_rule", "occupation_term"].map { conformed.integer($0, row: row) }
    }
  }

  private func row(_ title: String, occupation: String = "") -> PostingRow {
    var row = PostingRow(["职业": occupation])
    row.title = title
    return row
  }

  /// A code, a name or an alias in the column counts, whatever the title says; what nobody knows does not.
  @Test func whatIsGivenIsNeverOverridden() throws {
    let found = try columns([
      row("装卸工", occupation: "4-01-02-01"), row("装卸工", occupation: "营销员"), row("急聘装卸", occupation: "无此职业"),
      row("急聘装卸"), row("擎天柱"),
    ])
    let id = try TitledBook.book().titles?.read("装卸").term
    #expect(found[0] == [14_010_201, 0, nil, nil] && found[1] == found[0])
    #expect(found[2] == [14_020_501, 1, 1, id] && found[3] == found[2])
    #expect(found[4] == [nil, 5, nil, nil])
  }

  /// The same in UTF-8 and GB18030, composed or not, in full width, by any number of workers.
  @Test func formsOfAnExportAreOne() throws {
    let rows = (0..<3000).map { number in
      var one = row(["装卸", "急聘　装卸", "理货", "ＡＢ装卸", "e\u{301}装卸"][number % 5])
      one.id = "\(number)"
      return one
    }
    let text = PostingRow.file(rows)
    func codes(_ bytes: [UInt8], _ workers: Int) throws -> [Int] {
      try Conformed(bytes, .postings, workers: workers, book: TitledBook.book()).batches.flatMap(\.integers)
    }
    let one = try codes(Array(text.utf8), 1)
    #expect(try codes(Array(text.utf8), 3) == one)
    #expect(try codes(TextEncoding.gb18030.encoded(text.replacing("e\u{301}", with: "é")), 2) == one)
  }

  /// What tables make of a title is no part of the row: under other tables the same export brings nothing new.
  @Test func tablesDoNotChangeTheContent() throws {
    let text = PostingRow.file([row("装卸"), row("理货")])
    let other = TitledBook.terms.replacing("装卸,4-02-05-01,装卸工", with: "装卸,4-01-02-01,营销员")
    let first = try Conformed(text, book: TitledBook.book())
    let second = try Conformed(text, book: TitledBook.book(other))
    #expect(first.integer("occupation") != second.integer("occupation"))
    #expect(first.batches[0].contents == second.batches[0].contents)
    #expect(first.batches[0].contents == (try Conformed(text).batches[0].contents))
  }

  @Test func aSourceMayKeepItsRowsUncoded() throws {
    var source = SourceSpec.postings
    source.codesTitles = false
    let conformed = try Conformed(PostingRow.file([row("装卸")]), source, book: TitledBook.book())
    #expect(conformed.integer("occupation") == nil && conformed.integer("occupation_basis") == nil)
  }

  /// Seekers write what they look for as a code, a name or in their own words.
  @Test func intentionsInWordsAreCoded() throws {
    let header = "求职编号,意向职业,登记日期,登记机构,区划代码\n"
    let rows = ["营销员", "急聘装卸", "不限", "随便做做", ""].enumerated().map { "\($0.offset),\($0.element),2026-07-01,中心,\n" }
    let conformed = try Conformed(header + rows.joined(), .seekers, book: TitledBook.book())
    func pair(_ row: Int) -> [Int?] {
      ["intended_occupation", "intended_occupation_basis"].map { conformed.integer($0, row: row) }
    }
    #expect(pair(0) == [14_010_201, 0] && pair(1) == [14_020_501, 1] && pair(2) == [0, 0])
    #expect(pair(3) == [nil, 5] && pair(4) == [nil, nil])
    #expect(conformed.findings.map(\.problem.rule).filter { $0 == .unknownCode }.count == 1)
  }
}
