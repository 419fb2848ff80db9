import Tabular
import Testing

@Suite struct SmallTableTests {
  @Test func readsRowsWithTheirLines() throws {
    let table = try SmallTable(Array("\u{FEFF}code,name\r\n\r\n01,\"甲,\n乙\"\r\n02,\r\n".utf8))
    #expect(table.header == ["code", "name"])
    #expect(table.rows.map(\.line) == [3, 5])
    #expect(table.rows[0]["name"] == "甲,\n乙")
    #expect(table.rows[1]["code"] == "02")
    #expect(table.rows[1]["name"] == nil)
    #expect(table.rows[0]["parent"] == nil)
  }

  @Test func readsGB18030() throws {
    let table = try SmallTable(TextEncoding.gb18030.encoded("代码,名称\n1,机关\n2,事业\n"))
    #expect(table.rows.map { $0["名称"] } == ["机关", "事业"])
  }

  @Test(arguments: [
    ("", 1, "不是文本表格"), ("\n\n", 1, "没有表头"), ("a,b\n1,2\n\n3\n", 4, "有 1 列, 表头有 2 列"),
    ("a,b\n\"x\ny\",1,2\n", 2, "有 3 列, 表头有 2 列"),
  ])
  func failureNamesTheLine(text: String, line: Int, message: String) throws {
    let failure = try #require(throws: SmallTable.Failure.self) { try SmallTable(Array(text.utf8)) }
    #expect((failure.line, failure.message) == (line, message))
  }

  @Test func badBytesAreAFailure() {
    let bytes = Array("代码,名称\n1,好\n2,好\n3,".utf8) + [0xFF, 0x0A]
    #expect(throws: SmallTable.Failure.self) { try SmallTable(bytes) }
  }
}
