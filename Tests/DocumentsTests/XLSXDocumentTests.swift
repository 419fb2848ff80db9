import Documents
import Testing

@Suite struct XLSXDocumentTests {
  private func document(name: String = "T1", _ cell: XLSXDocument.Cell = .text("=1+1")) -> XLSXDocument {
    let sheet = XLSXDocument.Sheet(
      name: name, title: "供求总体", remark: "", head: ["项目", "人数"],
      rows: [[.text("0501"), .number(-3.25, decimals: 2)], [cell]],
      notes: ["注"])
    return XLSXDocument(title: "公报", author: "局", created: 86_400, footer: "甲 & 乙", sheets: [sheet])
  }

  private func part(_ name: String, of document: XLSXDocument) throws -> String {
    let entries = try ZipArchive.entries(of: try document.bytes())
    return String(decoding: try #require(entries.first { $0.path == name }).bytes, as: UTF8.self)
  }

  @Test func sameDocumentGivesSameBytes() throws {
    let first = try document().bytes()
    #expect(try document().bytes() == first)
    #expect(try part("docProps/core.xml", of: document()).contains("1970-01-02T00:00:00Z"))
  }

  @Test func codesAndFormulasAreTexts() throws {
    let sheet = try part("xl/worksheets/sheet1.xml", of: document())
    let texts = try part("xl/sharedStrings.xml", of: document())
    #expect(!sheet.contains("<f>") && texts.contains("<t>=1+1</t>") && texts.contains("<t>0501</t>"))
    #expect(sheet.contains("<v>-3.25</v>"))
    #expect(try part("xl/styles.xml", of: document()).contains("formatCode=\"0.00\""))
  }

  @Test func headStaysInSightAndOnEveryPrintedPage() throws {
    #expect(try part("xl/worksheets/sheet1.xml", of: document()).contains("<pane ySplit=\"3\""))
    let names = try part("xl/workbook.xml", of: document())
    #expect(names.contains("'T1'!$A$1:$B$7") || names.contains("T1!$A$1:$B$7"))
    #expect(names.contains("!$3:$3"))
  }

  @Test func whatExcelWouldNotOpenIsRefused() {
    for name in ["", "a/b", String(repeating: "表", count: 32)] {
      #expect(throws: XLSXDocument.Failure.self) { try document(name: name).bytes() }
    }
    #expect(throws: XLSXDocument.Failure.self) {
      try document(.text(String(repeating: "x", count: 32_768))).bytes()
    }
  }
}
