import Domain
import Tabular
import Testing

/// Sheets as offices make them: the header is found, and what is no record is told apart from what is refused.
@Suite struct LayoutTests {
  private static let header = "岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期,工作内容"
  private static let rows = ["1,甲,港务,营销员,2,2026-07-01,x", "2,甲,港务,电工,3,2026-07-02,"]

  private func file(_ lines: [String], _ source: SourceSpec = .postings) throws -> Conformed {
    try Conformed(lines.joined(separator: "\n") + "\n", source)
  }

  /// Rules and lines of what was skipped; both rows are taken.
  private func skipped(_ lines: [String], _ source: SourceSpec = .postings) throws -> [String] {
    let file = try file(lines, source)
    #expect((0..<2).map { file.text("title", row: $0) } == ["营销员", "电工"])
    #expect((0..<2).map { file.integer("openings", row: $0) } == [2, 3])
    #expect(file.rejects.isEmpty)
    let batch = file.batches[0]
    #expect(batch.records == 2 + batch.skipped)
    let told = file.findings.filter { $0.problem.severity == .skip }
    #expect(told.count == file.findings.count)
    let blank = batch.skipped - told.count
    return told.map { "\($0.line) \($0.problem.rule.rawValue)" } + (blank > 0 ? ["\(blank) blank"] : [])
  }

  @Test(arguments: [
    ([], 1), (["2026年第三季度招聘岗位汇总表,,,,,,"], 2), (["2026年第三季度招聘岗位汇总表", "", "填报单位:市人才中心,,,填报日期:2026-09-30,,,"], 4),
    (["sep=,"], 2), (["汇总表 (7月,8月)", "单位: 人"], 3),
    (["岗位,,单位,,需求,,"], 2),
  ]) func theHeaderIsFound(above: [String], line: Int) throws {
    let told = try skipped(above + [LayoutTests.header] + LayoutTests.rows)
    #expect(told == above.indices.filter { !above[$0].isEmpty }.map { "\($0 + 1) row.title" })
    #expect(try file(above + [LayoutTests.header] + LayoutTests.rows).header.line == line)
  }

  /// Two rows that are a header together: names above and below, cells that were merged.
  @Test(arguments: [
    ["岗位编号,来源,单位,岗位,,发布,", ",,单位名称,岗位名称,招聘人数,发布日期,工作内容"],
    ["岗位编号,来源,单位名称,岗位,,发布日期,工作内容", ",,,岗位名称,招聘人数,,"],
  ]) func headersOfTwoRows(header: [String]) throws {
    let told = try skipped(["标题"] + header + LayoutTests.rows)
    #expect(told == ["1 row.title"])
    #expect(
      try file(header + LayoutTests.rows).header.header == LayoutTests.header.split(separator: ",").map(String.init))
  }

  @Test func unitsBelowTheHeader() throws {
    #expect(
      try skipped([LayoutTests.header, ",,,,人,年-月-日,".replacing("年-月-日", with: "(YYYY-MM-DD)")] + LayoutTests.rows) == [
        "2 row.title"
      ])
    let english = "posting_id,platform,employer_name,title,openings,posted_on,description"
    #expect(try skipped([LayoutTests.header, english] + LayoutTests.rows) == ["2 row.header"])
  }

  @Test func theSourceFileNamesTheRow() throws {
    var source = SourceSpec.postings
    source.headerRow = 3
    let told = try skipped(["标题", LayoutTests.header, LayoutTests.header] + LayoutTests.rows, source)
    #expect(told == ["1 row.title", "2 row.title"])
    let error = try #require(throws: PipelineError.self) { try file(["标题", LayoutTests.header, ""], source) }
    #expect(error.code == .noHeader && error.place.hasSuffix(":3"))
    // A list of rejects has its header in the first row.
    let list = try file(
      [LayoutTests.header + ",退回_行号,退回_规则,退回_原因", LayoutTests.rows[0] + ",7,row.columns,\"x\""], source)
    #expect(list.text("title") == "营销员")
  }

  /// What looks like a record above the header may be one.
  @Test func recordsAboveTheHeaderAreRefused() throws {
    let file = try file([LayoutTests.rows[0], LayoutTests.header, LayoutTests.rows[1]])
    #expect(file.findings.map(\.problem) == [Problem(.rowTitle, "", severity: .reject)])
    #expect(file.rejects.map(\.line) == [1] && file.text("title") == "电工")
  }

  @Test(arguments: [
    ("合计,,,,5,,", Rule.rowTotal), (",,合 计,,5,,", .rowTotal), ("港口区小计,,,,\"1,200\",,", .rowTotal),
    ("总计：,5人,,,,,", .rowTotal), ("合计,5", .rowTotal), ("本页合计,,,,5,,12.5%", .rowTotal),
    ("填表人：张三,,审核人：李四,,,,", .rowFooter), ("制表日期:2026-09-30", .rowFooter), (",,,,,备注：以上岗位,", .rowFooter),
    ("第1页 共3页,,,,,,", .rowFooter), ("共2条记录", .rowFooter), (header, .rowHeader),
  ]) func isNoRecord(row: String, rule: Rule) throws {
    let middle = [LayoutTests.header, LayoutTests.rows[0], row, LayoutTests.rows[1]]
    #expect(try skipped(middle) == ["3 \(rule.rawValue)"])
    let last = [LayoutTests.header] + LayoutTests.rows + [row]
    #expect(try skipped(last) == ["4 \(rule.rawValue)"])
    let encoded = try Conformed(TextEncoding.gb18030.encoded(last.joined(separator: "\r\n") + "\r\n"), .postings)
    #expect(encoded.findings.map(\.problem.rule) == [rule] && encoded.batches[0].rows == 2)
    // Tabs need no quotes; a bar may be the second byte of a character, so that such rows are cut otherwise.
    let bars = last.map { $0.contains("\"") ? "合计|" : $0.replacing(",", with: "|") }.joined(separator: "\n")
    let cut = try Conformed(TextEncoding.gb18030.encoded(bars), .postings)
    #expect(cut.findings.map(\.problem.severity) == [.skip] && cut.batches[0].rows == 2)
  }

  @Test func blankRowsAreCountedAndNotListed() throws {
    let told = try skipped([
      LayoutTests.header, ",,,,,,", LayoutTests.rows[0], "  ", "\"\",,, ,,,", LayoutTests.rows[1], ",,",
    ])
    #expect(told == ["4 blank"])
  }

  /// Words of totals and footers in records.
  @Test(arguments: [
    "合计科技,甲,港务,营销员,2,2026-07-01,x", "总计,甲,港务,营销员,2,2026-07-01,x", "备注:1,甲,港务,营销员,2,2026-07-01,x",
    "会计,甲,小计,合计,2,2026-07-01,共2页",
  ]) func recordsStayRecords(row: String) throws {
    let file = try file([LayoutTests.header, row])
    #expect(file.findings.isEmpty && file.batches[0].rows == 1 && file.batches[0].skipped == 0)
  }

  @Test func oneColumnServesTwoFields() throws {
    var source = SourceSpec.postings
    source.columns = ["title": ["岗位名称"], "occupation": ["岗位名称"]]
    let file = try file([LayoutTests.header] + LayoutTests.rows, source)
    #expect(file.text("title") == "营销员" && file.integer("occupation") == 14_010_201)
  }

  @Test(arguments: TextEncoding.allCases) func endsOfCellsAreStripped(encoding: TextEncoding) throws {
    var source = SourceSpec.postings
    source.strip = ["title": "[]'【】", "openings": "\""]
    // 昡 has the byte of a bracket as its second in GBK.
    let text =
      LayoutTests.header + "\n1,甲,['港'],[' 营销[a]昡 '],\"\"\"2\"\"\",2026-07-01,【x】\n2,甲,港,【'电工',3,2026-07-01,x\n"
    let file = try Conformed(encoding.encoded(text), source)
    #expect(file.findings.isEmpty)
    #expect((file.text("title"), file.text("title", row: 1)) == ("营销[a]昡", "电工"))
    #expect((file.text("employer_name"), file.integer("openings"), file.text("description")) == ("['港']", 2, "【x】"))
  }

  /// The delimiter is told by the names, where a title holds another.
  @Test func theDelimiterIsThatOfTheHeader() throws {
    let lines = ["7月,8月,9月招聘岗位"] + ([LayoutTests.header] + LayoutTests.rows).map { $0.replacing(",", with: "\t") }
    #expect(try skipped(lines) == ["1 row.title"])
  }
}
