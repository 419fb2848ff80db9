import Domain
import Testing

@Suite struct CodeListTests {
  private let list = CodeList(
    id: "x",
    entries: [
      CodeList.Entry(code: "C", name: "制造业"),
      CodeList.Entry(code: "13", name: "农副食品加工业", parent: "C", aliases: ["食品", "1999"]),
      CodeList.Entry(code: "131", name: "谷物磨制", parent: "13"), CodeList.Entry(code: "14", name: "食品", parent: "C"),
      CodeList.Entry(code: "142", name: "谷物磨制", parent: "14"),
    ])

  @Test(
    arguments: [
      ("13", "13"), ("c", "C"), (" 制造 业 ", "C"), ("食品", "14"), ("谷物磨制", "131"), ("1999", "13"), ("制造", nil), ("", nil),
    ] as [(String, String?)])
  func findsByCodeNameAndAlias(text: String, code: String?) {
    #expect(list.entry(named: text)?.code == code)
  }

  @Test func lineageGoesUp() {
    #expect(list.lineage(of: "131").map(\.code) == ["131", "13", "C"])
    #expect(list.lineage(of: "999").isEmpty)
  }

  @Test func lineageEndsInACircle() {
    let circle = CodeList(
      id: "x",
      entries: [CodeList.Entry(code: "1", name: "a", parent: "2"), CodeList.Entry(code: "2", name: "b", parent: "1")])
    #expect(circle.lineage(of: "1").map(\.code) == ["1", "2"])
    #expect(circle.depth == 2 && list.depth == 3)
  }
}
