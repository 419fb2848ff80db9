import Testing

@testable import Stages

@Suite struct PageCheckTests {
  private func problems(_ pages: [(String, String)]) -> [String] {
    PageCheck(pages.map { (path: $0.0, bytes: Array($0.1.utf8)) }).problems
  }

  @Test func pagesThatHangTogetherPass() {
    let first = "<style>a { font: \"x\" }</style><p id=\"a\">&quot;</p><a href=\"b.html#b\">b</a><a href=\"#a\">a</a>"
    let second = "<p lang=\"en\" id=\"b\"></p><a href=\"a.html\">a</a><a href=\"bulletin-2026Q3.zip\">z</a>"
    #expect(problems([("a.html", first), ("b.html", second)]) == [])
  }

  @Test func brokenLinksAndDoubleAnchorsAreFound() {
    let page = "<p id=\"a\"></p><p id=\"a\"></p><a href=\"none.html\">n</a><a href=\"#none\">n</a>"
    #expect(
      problems([("a.html", page)]) == [
        "a.html: 页内锚点重复", "a.html: 链接指向不存在的文件: none.html", "a.html: 链接指向不存在的位置: #none",
      ])
  }

  /// The list, and the first pages of editions beside and of final catalogs; nothing else outside.
  @Test(arguments: [
    ("../../index.html", true), ("../../index.html#catalogs", true), ("../2026Q2/index.html", true),
    ("../2026Q3-r2-en/index.html", true), ("../2026Q2-internal/index-internal.html", true), ("../index.html", false),
    ("../2026Q2/quality.html", false), ("../2026Q2-internal/index.html", false), ("../other/index.html", false),
    ("../../other.html", false), ("../../bulletin/2026Q2/index.html", false),
    ("../../../index.html#newest", true), ("../../2026H1/final-2/index.html", true),
    ("../../2026H1/final-1/index-internal.html", true), ("../../2026H1/draft-1/index.html", false),
    ("../../2026Q1/final-1/index.html", false), ("../../2026H1/final-1/methods.html", false),
  ])
  func linksLeadToNeighboursOnly(link: String, isAllowed: Bool) {
    let found = problems([("a.html", "<a href=\"\(link)\">a</a>")])
    #expect(found == (isAllowed ? [] : ["a.html: 链接指向不存在的文件: \(link)"]))
  }
}
