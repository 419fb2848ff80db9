import Documents
import Domain
import Tabular
import TestSupport
import Testing

@testable import Stages

@Suite struct HostileTextTests {
  private static let texts = [
    "<script>alert(1)</script>", "=cmd|'/C calc'!A0", "\"><img src=x onerror=alert(1)>", "'; a\nb\r\nc", "{{title}}",
    "\"\u{301} onload=x <\u{338}b>", "@x,\"y\"", "bell\u{7}", "\u{202E}=1", "＝1", "\"=1",
  ]

  @Test(arguments: texts) func areInert(text: String) throws {
    let templates = try TemplateSet.shipped()
    let publisher = Publisher(templates: templates)
    let files = try publisher.files(FixtureBulletin.make(hostile: text, hasOutlook: true), language: .zh)
    for page in files where page.path.hasSuffix(".html") {
      // But for the script of the program itself.
      let html = String(decoding: page.bytes, as: UTF8.self)
        .replacing("<script>\n\(templates.script)\n</script>", with: "")
      #expect(!html.contains("<script") && !html.contains("<img"))
      #expect(!page.bytes.contains(7))
      #expect(html.contains(Markup.escaped(text)))
    }
    for table in files where table.path.hasPrefix("tables/") {
      let rows = try #require(CSVText.rows(table.bytes))
      #expect(rows.allSatisfy { $0.count == rows[0].count })
      // Many bells are no text to the reader of small tables.
      if text.contains("\u{7}") { continue }
      // As others read it, who do not take the apostrophe away.
      let seen = try SmallTable(table.bytes)
      for row in seen.rows {
        for cell in seen.header.compactMap({ row[$0] }) {
          #expect(cell.hasPrefix("'") || CellGuard.inert(cell) == cell)
        }
      }
    }
  }

  @Test func makeNoTrouble() throws {
    let scratch = try TestFolder()
    let publisher = try Publisher(templates: .shipped())
    let edition = try publisher.publish(
      FixtureBulletin.make(hostile: HostileTextTests.texts.joined(), hasOutlook: true), language: .zh,
      to: scratch.path + "/bulletin")
    #expect(try EditionCheck(path: edition.path).problems == [])
  }
}
