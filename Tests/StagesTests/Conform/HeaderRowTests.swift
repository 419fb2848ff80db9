import Domain
import Tabular
import Testing

/// Header rows where none should be, and none where one should be.
@Suite struct HeaderRowTests {
  private static let header = "岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期,工作内容"
  private static let good = "1,甲,港务,营销员,2,2026-07-01,"

  private func file(_ lines: [String], newline: String = "\n") throws -> Conformed {
    try Conformed(lines.joined(separator: newline) + newline)
  }

  /// Files that were put together, or pages of a report with their heads.
  @Test(
    arguments: [
      header, "\u{FEFF}\(header)", " \(header) ", "\"岗位编号\",\"来源\",\"单位名称\",\"岗位名称\",\"招聘人数\",\"发布日期\",\"工作内容\"",
      "posting_id,platform,employer_name,title,openings,posted_on,description", "岗位编号,来源,单位名称,岗位名称,需求人数,发布时间,备注",
      "岗位编号,,,岗位名称,,发布日期,",
    ], ["\n", "\r\n", "\r"]) func aHeaderInTheMiddleIsToldAsOne(line: String, newline: String) throws
  {
    let file = try file([HeaderRowTests.header, HeaderRowTests.good, line, HeaderRowTests.good], newline: newline)
    #expect(file.findings.map(\.problem) == [Problem(.rowHeader, "")])
    #expect(file.findings.map(\.line) == [3])
    #expect(file.batches.map(\.lines) == [[2, 4]])
    #expect(file.rejects.isEmpty && file.batches.map(\.skipped) == [1] && file.batches.map(\.records) == [3])
  }

  @Test func twoHeaderRowsAtTheTop() throws {
    let english = "posting_id,platform,employer_name,title,openings,posted_on,description"
    for (first, second) in [(HeaderRowTests.header, english), (english, HeaderRowTests.header)] {
      let file = try file([first, second, HeaderRowTests.good])
      #expect(file.findings.map(\.problem) == [Problem(.rowHeader, "")] && file.rejects.isEmpty)
      #expect(file.batches.map(\.lines) == [[3]])
    }
  }

  /// A row of data that happens to hold a word of the header is a row of data.
  @Test(
    arguments: [
      ("1,来源,港务,岗位名称,2,2026-07-01,", nil), ("1,甲,单位名称,岗位名称,很多,2026-07-01,", Rule.openings),
      (",甲,港务,营销员,招聘人数,2026-07-01,", .required),
    ]) func wordsOfTheHeaderInData(row: String, rule: Rule?) throws
  {
    let file = try file([HeaderRowTests.header, row])
    #expect(file.findings.first?.problem.rule == rule)
    #expect(!file.findings.contains { $0.problem.rule == .rowHeader })
  }

  @Test func noHeaderAtAllIsRefusedWithoutShowingPersons() throws {
    for lines in [[HeaderRowTests.good], [HeaderRowTests.good, HeaderRowTests.good.replacing("1,", with: "2,")]] {
      let error = try #require(throws: PipelineError.self) { try file(lines) }
      #expect(error.code == .missingColumn && error.exit == .data)
      #expect(error.message.contains("岗位编号") && error.message.contains("没有一列认得"))
      #expect(!error.description.contains("港务"))
    }
    let person = try #require(throws: PipelineError.self) { try file(["11010519491231002X,张三,男"]) }
    #expect(!person.message.contains("19491231"))
  }

  @Test func blankLinesBeforeTheHeaderAreSkipped() throws {
    let file = try file(["", "", HeaderRowTests.header, "", HeaderRowTests.good])
    #expect(file.findings.isEmpty && file.batches.map(\.lines) == [[5]])
  }
}
