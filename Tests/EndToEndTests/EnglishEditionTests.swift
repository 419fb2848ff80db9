import Foundation
import TestSupport
import Testing

/// The English edition of the sample speaks English: Chinese stands only where it is marked as such.
@Suite struct EnglishEditionTests {
  private static func isChinese(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  /// Lines of a page that hold Chinese outside elements that say so, without style and scripts.
  private static func chinese(_ page: String) -> [String] {
    let marked = "(?s)<(style|script)\\b.*?</\\1>|<([a-z0-9]+)[^>]*\\blang=\"zh-CN\"[^>]*>.*?</\\2>"
    return page.replacingOccurrences(of: marked, with: "", options: .regularExpression)
      .split(separator: "\n").filter(isChinese).map { String($0.prefix(200)) }
  }

  @Test func sampleIsNamedInEnglish() throws {
    var pipeline = try TestPipeline(inputs: TestPipeline.sampleInputs, period: "2026Q3")
    (pipeline.hasForecast, pipeline.isProtected) = (true, true)
    pipeline.tables = TestPipeline.shippedTables
    let result = try pipeline.run("--lang", "en")
    #expect(result.status == 0, "\(result.errors)")
    let folder = "Reports/bulletin/2026Q3-en"
    let pages = pipeline.scratch.files(folder).filter { $0.hasSuffix(".html") }
    #expect(pages.count > 20)
    for page in pages {
      let found = try EnglishEditionTests.chinese(pipeline.scratch.text("\(folder)/\(page)"))
      #expect(found == [], "\(page)")
    }
    let shortages = try pipeline.table("T6", period: "2026Q3-en")
    #expect(!shortages.rows.isEmpty)
    for name in shortages.select(["row_name"]) + shortages.select(["region_name"]) {
      #expect(!EnglishEditionTests.isChinese(name.joined()), "\(name)")
    }
    let index = try pipeline.scratch.text("\(folder)/index.html")
    #expect(index.contains("Gangkou District"))
    // What has no English name is printed in Chinese, with its code.
    #expect(index.contains("<span class=\"code\">4-02-05-01</span> <span lang=\"zh-CN\">装卸搬运工</span>"))
    #expect(try pipeline.scratch.text("\(folder)/outlook-4.html").contains("<h1 lang=\"en\">Service workers</h1>"))
  }
}
