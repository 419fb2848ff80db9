import Tabular
import Testing

@Suite struct FieldSplitterTests {
  private func fields(_ text: String, _ shape: RecordRange.Shape, dialect: Dialect = Dialect()) -> [String] {
    var splitter = FieldSplitter(dialect: dialect)
    return Array(text.utf8).withUnsafeBufferPointer { buffer in
      splitter.split(buffer, RecordRange(start: 0, end: buffer.count, line: 0, shape: shape))
      return splitter.fields.indices.map { index in
        splitter.withField(index, of: buffer) { String(decoding: $0, as: UTF8.self) }
      }
    }
  }

  @Test(arguments: [
    ("a,b,c", ["a", "b", "c"]), ("a,,", ["a", "", ""]), (",", ["", ""]), ("a", ["a"]),
    (" a\t,\u{3000}防城港 \u{3000},  ", ["a", "防城港", ""]),
    ("\u{FEFF}a\u{A0},\u{200B}防\u{A0}城\u{200B},\u{FEFF}", ["a", "防\u{A0}城", ""]),
  ])
  func splitsPlainText(text: String, expected: [String]) {
    #expect(fields(text, .plain) == expected)
    #expect(fields(text, .quoted) == expected)
  }

  @Test(arguments: [
    ("\"a,b\",c", ["a,b", "c"]), ("\"a\"\"b\"", ["a\"b"]), ("x,\"\",y", ["x", "", "y"]), ("\"a\",", ["a", ""]),
    ("\" 岗位\n职责 \",1", ["岗位\n职责", "1"]), ("\"\"\"\"", ["\""]),
  ])
  func unquotes(text: String, expected: [String]) {
    #expect(fields(text, .quoted) == expected)
  }

  @Test func quotesOfPlainRecordsAreText() {
    #expect(fields("\"a,b", .brokenQuote) == ["\"a", "b"])
  }

  @Test func usesTheDelimiter() {
    #expect(fields("a,b\tc", .plain, dialect: Dialect(delimiter: 0x09)) == ["a,b", "c"])
  }

  @Test func bufferIsUsedAnew() {
    var splitter = FieldSplitter(dialect: Dialect())
    for text in ["\"long text\",b,c", "\"x\""] {
      Array(text.utf8).withUnsafeBufferPointer { buffer in
        splitter.split(buffer, RecordRange(start: 0, end: buffer.count, line: 0, shape: .quoted))
      }
    }
    #expect(splitter.fields.count == 1)
    #expect(splitter.scratch == [0x78])
  }
}
