import Testing

@testable import Stages

@Suite struct InternalMarkTests {
  @Test func namesAreMarkedBeforeTheirEnding() {
    #expect(InternalMark.name("tables/T1.csv") == "tables/T1-internal.csv")
    #expect(InternalMark.name("index.html") == "index-internal.html")
    #expect(InternalMark.name("datapackage.json") == "datapackage.json")
  }

  @Test func linksAndDescriptionsFollow() {
    let page = #"<a href="index.html">a</a><a href="outlook-1.html#o-1">b</a><a href="tables/T1.csv">c</a> index.html"#
    let files = InternalMark.applied(to: [
      ("index.html", Array(page.utf8)), ("outlook-1.html", []), ("tables/T1.csv", Array("index.html".utf8)),
      ("datapackage.json", Array(#"{"path" : "tables/T1.csv"}"#.utf8)),
    ])
    #expect(
      files.map(\.path) == [
        "index-internal.html", "outlook-1-internal.html", "tables/T1-internal.csv", "datapackage.json",
      ])
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self)
        == #"<a href="index-internal.html">a</a><a href="outlook-1-internal.html#o-1">b</a>"#
        + #"<a href="tables/T1-internal.csv">c</a> index.html"#)
    #expect(String(decoding: files[2].bytes, as: UTF8.self) == "index.html")
    #expect(String(decoding: files[3].bytes, as: UTF8.self) == #"{"path" : "tables/T1-internal.csv"}"#)
  }
}
