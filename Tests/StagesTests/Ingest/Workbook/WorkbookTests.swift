import Documents
import Domain
import Foundation
import Tabular
import TestSupport
import Testing

@testable import Stages

/// Spreadsheets as they come: the text of the sheet as CSV.
@Suite struct WorkbookTests {
  private static let rels = """
    <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/>
    </Relationships>
    """
  private static let book = """
    <?xml version="1.0"?><workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
    <sheets><sheet name="说明" sheetId="1" state="hidden" r:id="rId2"/><sheet name="岗位" sheetId="2" r:id="rId1"/></sheets>
    </workbook>
    """
  private static let styles = """
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
    <numFmt numFmtId="165" formatCode="000000"/><numFmt numFmtId="166" formatCode="[$-804]yyyy/m/d h:mm AM/PM"/>
    <numFmt numFmtId="167" formatCode="#,##0.00&quot;元 day&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/>
    <xf numFmtId="10"/><xf numFmtId="20"/></cellXfs></styleSheet>
    """
  private static let texts = """
    <sst><si><t>编号</t></si><si><r><t>单</t></r><r><t xml:space="preserve">位 </t></r><rPh sb="0" eb="1"><t>dan</t></rPh></si>
    <si><t>"甲", 公司&amp;乙
    部</t></si></sst>
    """

  private func file(_ sheet: String, book: String = book, more: [(String, String)] = []) throws -> String {
    let parts =
      [
        ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", WorkbookTests.rels),
        ("xl/styles.xml", WorkbookTests.styles),
        ("xl/sharedStrings.xml", WorkbookTests.texts), ("xl/worksheets/sheet1.xml", sheet),
        (
          "xl/worksheets/sheet2.xml",
          "<worksheet><sheetData><row><c t=\"str\"><v>x</v></c></row></sheetData></worksheet>"
        ),
      ].filter { part in !more.contains { $0.0 == part.0 } } + more
    let path = NSTemporaryDirectory() + "book-\(UUID().uuidString).xlsx"
    try Data(ZipArchive.bytes(of: parts.map { ($0.0, Array($0.1.utf8)) })).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func text(_ path: String, sheet: String? = nil, limits: UnpackLimits = UnpackLimits()) throws -> String {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let stream = try Export(path: path, limits: limits).open(sheet: sheet)
    var bytes: [UInt8] = []
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 100, alignment: 1)
    defer { block.deallocate() }
    do {
      while case let got = try stream.read(into: block), got > 0 { bytes += block[..<got] }
    } catch { throw stream.failure ?? error }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func sheet(_ rows: String) -> String {
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\(rows)</sheetData></worksheet>"
  }

  @Test func cellsAreAsTheyAreShown() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="3"><c r="B3" t="s"><v>2</v></c><c r="C3" s="1"><v>46204</v></c></row>
      <row r="4" ht="15"><c r="A4" s="3"/><c r="B4"/></row>
      <row r="5"><c r="A5" t="inlineStr"><is><t>a</t><r><t>b</t></r></is></c><c r="B5" t="b"><v>1</v></c><c r="C5" t="e"><v>#N/A</v></c></row>
      <row><c><v>1</v></c><c t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c><f>SUM(A1:A2)</f></c></row>
      """
    #expect(
      try text(file(sheet(rows)))
        == "\u{FEFF}编号,单位 ,\n\n,\"\"\"甲\"\", 公司&乙\n部\",2026-07-01\n\nab,TRUE,#N/A\n1,甲x,=SUM(A1:A2)\n")
  }

  @Test(arguments: [
    ("46204", 1, "2026-07-01"), ("46204.5", 1, "2026-07-01"), ("46204", 2, "2026-07-01"), ("1", 2, "1900-01-01"),
    ("60", 1, "1900-02-28"), ("61", 1, "1900-03-01"), ("123", 3, "000123"),
    ("46204.354166666664", 4, "2026-07-01 08:30:00"),
    ("46203.999999999", 4, "2026-07-01 00:00:00"), ("5000", 5, "5000"), ("0.35", 6, "35%"), ("0.5", 7, "12:00:00"),
    ("0.30000000000000004", 0, "0.3"), ("12", 0, "12"), ("4.50681199001E+17", 0, "4.50681199001E+17"),
    ("1.5E-2", 0, "0.015"),
    ("1.2E+5", 0, "120000"), ("-1", 1, "-1"), ("1e400", 0, "1e400"), ("x", 1, "x"), ("7", 99, "7"),
  ]) func numbersAreAsTheirFormatsShowThem(value: String, style: Int, shown: String) throws {
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"\(style)\"><v>\(value)</v></c></row>"
    #expect(try text(file(sheet(rows))) == "\u{FEFF}\(shown)\n")
  }

  @Test func daysAreCountedFrom1904WhereTheBookSaysSo() throws {
    let book = WorkbookTests.book.replacing("<sheets>", with: "<workbookPr date1904=\"1\"/><sheets>")
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44742</v></c></row>"
    #expect(try text(file(sheet(rows), book: book)) == "\u{FEFF}2026-07-01\n")
  }

  @Test func sheetsAreNamed() throws {
    #expect(try text(file(sheet("")), sheet: "说明") == "\u{FEFF}x\n")
    let error = try #require(throws: PipelineError.self) { try text(file(sheet("")), sheet: "岗位表") }
    #expect(error.code == .unknownSheet && error.message.contains("说明、岗位"))
  }

  /// Rows end where their widest begins; more rows than are held, and than a block takes.
  @Test func longSheetsAreStreamed() throws {
    let rows = (1...20_000).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c><c r=\"C\($0)\" t=\"str\"><v>单位</v></c></row>"
    }
    let lines = (1...20_000).map { "\($0),,单位\n" }
    #expect(try text(file(sheet(rows.joined()))) == "\u{FEFF}" + lines.joined())
    // Whoever reads no further leaves no thread behind that waits for ever.
    let path = try file(sheet(rows.joined()))
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try Export(path: path).open()
  }

  @Test(arguments: [
    ("<row r=\"2\"/><row r=\"1\"/>", ErrorCode.damagedWorkbook),
    ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>", .damagedWorkbook),
    ("<row r=\"1\"><c r=\"ZZZZ1\"><v>9</v></c></row>", .damagedWorkbook), ("<row r=\"9999999\"/>", .damagedWorkbook),
    ("<row r=\"1\"><c>", .damagedWorkbook),
  ]) func damageIsTold(rows: String, code: ErrorCode) throws {
    let error = try #require(throws: PipelineError.self) { try text(file(sheet(rows))) }
    #expect(error.code == code && error.exit == .data)
  }

  @Test func entitiesAndLimits() throws {
    let bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
      + sheet("<row><c t=\"str\"><v>&b;</v></c></row>")
    #expect(try #require(throws: PipelineError.self) { try text(file(bomb)) }.code == .damagedWorkbook)
    let outside =
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + sheet("<row><c t=\"str\"><v>&a;</v></c></row>")
    #expect(try #require(throws: PipelineError.self) { try text(file(outside)) }.code == .damagedWorkbook)
    let rows = (1...5000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
    let error = try #require(throws: PipelineError.self) {
      try text(file(sheet(rows)), limits: UnpackLimits(total: 100_000, ratio: 10, free: 1000))
    }
    #expect(error.code == .unpackedTooLarge)
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], ErrorCode.excelFile), ([0x50, 0x4B, 0x03, 0x04], .damagedWorkbook),
      ([], .damagedWorkbook),
    ] as [([UInt8], ErrorCode)]) func whatIsNoWorkbookIsTold(bytes: [UInt8], code: ErrorCode) throws
  {
    let path = NSTemporaryDirectory() + "book-\(UUID().uuidString).xlsx"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try #require(throws: PipelineError.self) { try text(path) }.code == code)
  }

  /// What a sheet of a bureau holds above and below its rows, through the reader of tables.
  @Test func aSheetIsReadAsAnExport() throws {
    let names = "岗位编号 来源 单位名称 岗位名称 招聘人数 发布日期 工作内容".split(separator: " ")
    func cell(_ text: some StringProtocol) -> String { "<c t=\"str\"><v>\(text)</v></c>" }
    let rows = """
      <row r="1">\(cell("招聘岗位汇总表"))</row><row r="3">\(names.map(cell).joined())</row>
      <row r="4">\(cell("1"))\(cell("甲"))\(cell("港务"))\(cell("营销员"))<c><v>2</v></c><c s="2"><v>46204</v></c></row>
      <row r="5">\(cell("合计"))<c r="E5"><v>2</v></c></row>
      """
    let path = try file(sheet(rows))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var source = SourceSpec.postings
    source.encoding = .gb18030
    let conformer = try FileConformer(
      path: path, stream: Export(path: path).open(), name: "x.xlsx", source: source.ofSheets, book: TestBook.book,
      pseudonym: Conformed.pseudonym, today: Conformed.today, workers: 1)
    let batch = try #require(try conformer.next())
    #expect(batch.rows == 1 && batch.skipped == 2 && batch.rejects.isEmpty && conformer.header.line == 3)
    #expect(batch.findings.map(\.problem.rule) == [.rowTitle, .rowTotal])
    #expect(batch.integers[source.contract.slot("posted_on")] == 20_635)
  }
}
