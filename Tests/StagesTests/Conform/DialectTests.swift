import Domain
import Tabular
import Testing

/// What delimiters and quotes of exports that nobody here wrote do to their cells: the right value, or a row that is
/// refused and told; never a value in the wrong column.
@Suite struct DialectTests {
  private static let header = "岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期,工作内容\n"
  private static let good = "1,甲,港务,营销员,2,2026-07-01,x\n"

  private func titles(_ file: Conformed) -> [String?] {
    (0..<(file.batches.first?.rows ?? 0)).map { file.text("title", row: $0) }
  }

  @Test(arguments: [
    // A bare comma in a name, with and without an empty tail that hides it.
    ("1,甲,港务, 二分厂,营销员,2,2026-07-01,", Rule.rowColumns, "8 格, 表头 7 格"),
    ("1,甲,港务,营销员,2,2026-07-01,x,", .rowColumns, "8 格, 表头 7 格"),
    ("1,甲,港务,营销员", .rowColumns, "4 格, 表头 7 格"),
    // Quotes within a field around a delimiter: seven cells, but which?
    ("1,甲,港务\"做焊接, 很好\",2,2026-07-01,x", .rowQuote, ""),
    ("1,甲,港务30\"营销, 员48\"\"\",2,2026-07-01,x", .rowQuote, ""),
    // A delimiter was lost: the date stands where the number of openings belongs.
    ("1,甲,港务营销员,2,2026-07-01,x", .rowColumns, "6 格, 表头 7 格"),
    ("1,甲,港务,\"营销员\"a,2,2026-07-01,x", .rowQuote, ""),
  ]) func isRefusedAndTold(row: String, rule: Rule, value: String) throws {
    let file = try Conformed(DialectTests.header + row + "\n" + DialectTests.good)
    #expect(file.findings.map(\.problem) == [Problem(rule, "")])
    #expect(file.findings.map(\.value) == [value])
    #expect(file.rejects.map { String(decoding: $0.original, as: UTF8.self) } == [row])
    #expect(titles(file) == ["营销员"])
  }

  @Test(arguments: [
    ("1,甲,\"港务\" , \"营销, 员\"\t,2,2026-07-01,x", "营销, 员"), ("1,甲, \"港务\",\"营销\"\"员\"\"\" ,2,2026-07-01,x", "营销\"员\""),
    ("1,甲,港\"务\"公司,27\"屏幕, 2,2026-07-01,x".replacing(", 2", with: ",2"), "27\"屏幕"),
    ("1,甲,19\",24\",2,2026-07-01,x", "24\""),
  ]) func isRead(row: String, title: String) throws {
    let file = try Conformed(DialectTests.header + row + "\n")
    #expect(file.findings.isEmpty)
    #expect(titles(file) == [title])
  }

  /// Quotes that open in one row and close in the same column of the next make one row of two.
  @Test func twoRowsAreNotMadeOne() throws {
    let text = "1,甲,港务,营销员,2,2026-07-01,\"x\n2,甲,港务,电工,2,2026-07-01,y\"\n"
    let file = try Conformed(DialectTests.header + text)
    #expect(file.findings.map(\.problem.rule) == [.rowQuote] && file.batches[0].rows == 0)
    let meant = try Conformed(DialectTests.header + "1,甲,港务,营销员,2,2026-07-01,\"x\ny, z\"\n")
    #expect(meant.findings.isEmpty && meant.text("description") == "x\ny, z")
  }

  /// Cells that a program leaves out at the end of a row.
  @Test func rowsWithoutTheirEmptyTailAreTaken() throws {
    let file = try Conformed(DialectTests.header + "1,甲,港务,营销员,2,2026-07-01\n" + DialectTests.good)
    #expect(file.findings.map(\.problem) == [Problem(.rowShort, "")] && file.findings[0].value == "6 格, 表头 7 格")
    #expect(titles(file) == ["营销员", "营销员"] && file.text("description") == "")
  }

  /// Where rows end with delimiters, a short one has lost one of them; many on end are a habit of Excel's.
  @Test func aSingleShortRowAmongFullOnesIsRefused() throws {
    let short = "2,甲,港务,电工,2,2026-07-01\n"
    let rows = DialectTests.header + DialectTests.good + DialectTests.good.replacing("x", with: "")
    let single = try Conformed(rows + short)
    #expect(single.findings.map(\.problem) == [Problem(.rowColumns, "")] && single.findings[0].value == "6 格, 表头 7 格")
    let filled = try Conformed(DialectTests.header + String(repeating: DialectTests.good, count: 30) + short)
    #expect(filled.findings.map(\.problem) == [Problem(.rowColumns, "")] && filled.batches[0].rows == 30)
    let many = try Conformed(rows + String(repeating: short, count: 8))
    #expect(many.rejects.isEmpty && many.findings.map(\.problem.rule) == Array(repeating: .rowShort, count: 8))
  }

  /// A delimiter at the end of all lines, the header among them.
  @Test func anEmptyTailOfAllRowsIsTaken() throws {
    let lines = (DialectTests.header + DialectTests.good).replacing("\n", with: ",,\n")
    let file = try Conformed(lines + "2,甲,港务,电工,2,2026-07-01,x\n3,甲,港务, 二分厂,电工,2,2026-07-01,x,\n")
    #expect(titles(file) == ["营销员"])
    #expect(file.findings.map(\.problem.rule) == [.rowColumns, .rowColumns])
    #expect(file.findings.map(\.value) == ["7 格, 表头 9 格", "没有列名的第 8 列有内容"])
  }

  @Test func quotesOfTheSourceFile() throws {
    var source = SourceSpec.postings
    source.quote = UInt8(ascii: "'")
    let file = try Conformed(
      DialectTests.header + "1,甲,'港务, 一公司','营销''员',2,2026-07-01, 'x \"y'\n2,甲,港务,'电工'a,2,2026-07-01,x\n", source)
    #expect((file.text("employer_name"), file.text("title")) == ("港务, 一公司", "营销'员"))
    #expect(file.text("description") == "x \"y")
    #expect(file.findings.map(\.problem.rule) == [.rowQuote])
  }

  @Test(arguments: TextEncoding.allCases) func escapesOfTheSourceFile(encoding: TextEncoding) throws {
    var source = SourceSpec.postings
    source.escape = UInt8(ascii: "\\")
    // 乗 and 誠 end with the byte of a backslash in GBK.
    let text = DialectTests.header + "1,甲\\,乙,\"港\\\"务, 誠\",\"营销员\\\\\",2,2026-07-01,乗\n"
    let file = try Conformed(encoding.encoded(text), source)
    #expect(file.findings.isEmpty)
    #expect((file.text("platform"), file.text("employer_name")) == ("甲,乙", "港\"务, 誠"))
    #expect((file.text("title"), file.text("description")) == ("营销员\\", "乗"))
  }

  @Test func aCommaWithABlankAsDelimiter() throws {
    var source = SourceSpec.postings
    (source.delimiter, source.delimiterNeedsBlank) = (.comma, true)
    let text = DialectTests.header.replacing(",", with: ", ") + "1, 甲, 港务,二分厂, \"营销, 员\", 2, 2026-07-01,\n"
    let file = try Conformed(text, source)
    #expect(file.findings.isEmpty)
    #expect((file.text("employer_name"), file.text("title")) == ("港务,二分厂", "营销, 员"))
  }

  @Test(arguments: ["\r", "\r\n", "\n"]) func lineEndsOfTheWholeFile(newline: String) throws {
    let cell = newline == "\n" ? "\"x\ry\"" : "\"x\ny\""
    let lines: [String] = [
      String(DialectTests.header.dropLast()), "1,甲,港务,营销员,2,2026-07-01,\(cell)", "2,甲,港务,电工,3,2026-07-02,z",
    ]
    for end in [newline, newline + "\n", ""] {
      let file = try Conformed(lines.joined(separator: newline) + end)
      #expect(titles(file) == ["营销员", "电工"], "\(newline.debugDescription) \(end.debugDescription)")
      #expect(file.findings.isEmpty && file.rejects.isEmpty)
    }
  }

  @Test func aHeaderOfTooManyColumnsIsRefused() throws {
    let text = (0..<20_000).map { "列\($0)" }.joined(separator: ",")
    let error = try #require(throws: PipelineError.self) { try Conformed(text + "\n1\n") }
    #expect(error.code == .tooManyColumns)
    // Quotes that are out of step throughout; a megabyte of them.
    #expect(throws: PipelineError.self) { try Conformed(String(repeating: "x\",\"", count: 200_000) + "\n1\n") }
  }

  /// As many columns as a spreadsheet has take no longer than their bytes.
  @Test(.timeLimit(.minutes(1))) func manyColumnsAreTaken() throws {
    let more = (0..<16_000).map { ",列\($0)" }.joined()
    let empty = String(repeating: ",", count: 16_000)
    let file = try Conformed(
      DialectTests.header.dropLast() + more + "\n" + DialectTests.good.dropLast() + empty + "\n")
    #expect(titles(file) == ["营销员"] && file.header.unknown.count == 16_000)
  }

  /// The names of such a header are not sure, and in the list of rejects its quote would take rows along.
  @Test func aHeaderWithAnOpenQuoteIsRefused() throws {
    let error = try #require(throws: PipelineError.self) {
      try Conformed(DialectTests.header.replacing("单位名称", with: "\"单位名称") + DialectTests.good)
    }
    #expect(error.code == .noHeader && error.place.hasSuffix(":1") && error.message.contains("引号"))
  }

  @Test func foreignEncodingsAreTold() throws {
    let big5: [UInt8] = [0xB3, 0xE6, 0xA6, 0xEC, 0xA6, 0x57, 0xBA, 0xD9]
    let table = big5 + Array(",a\n".utf8) + big5 + Array(",b\n".utf8)
    let error = try #require(throws: PipelineError.self) { try Conformed(table, .postings) }
    #expect(error.code == .foreignEncoding && error.message.contains("Big5"))
  }

  /// The second of two columns of one name is the one that is not used.
  @Test func aRepeatedHeaderIsToldByItsColumn() throws {
    let file = try Conformed(DialectTests.header.dropLast() + ",单位名称\n" + DialectTests.good.dropLast() + ",y\n")
    #expect(file.header.unknown == [7] && file.text("employer_name") == "港务")
  }
}
