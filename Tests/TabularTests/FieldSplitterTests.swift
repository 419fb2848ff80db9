import Tabular
import Testing

@Suite struct FieldSplitterTests {
  private func fields(_ text: String, _ shape: RecordRange.Shape, dialect: Dialect = Dialect()) -> [String] {
    var splitter = FieldSplitter(dialect: dialect)
    return Array(text.utf8).withUnsafeBufferPointer { buffer in
      splitter.split(buffer, RecordRange(start: 0, end: buffer.count, line: 0, shape: shape))
      return splitter.texts(of: buffer)
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

  /// Nothing gets lost of a text whose quotes are not in order, whatever the caller says of it.
  @Test(arguments: [("\"a\"b,c", ["\"a\"b", "c"]), ("\"a,b", ["\"a", "b"]), ("\"a\"\rb,c", ["\"a\"\rb", "c"])])
  func brokenQuotesAreText(text: String, expected: [String]) {
    #expect(fields(text, .quoted) == expected)
  }

  @Test(arguments: ["", "\r", "\r\r"]) func emptyTextIsOneEmptyField(text: String) {
    #expect(fields(text, .plain) == [""])
  }

  @Test func manyFieldsAreFound() {
    #expect(fields(String(repeating: "x,", count: 5000), .plain).count == 5001)
  }

  /// Only where a quote is doubled has a text to be put together anew.
  @Test func scratchIsUsedAnew() {
    var splitter = FieldSplitter(dialect: Dialect())
    for (text, scratch) in [("\"lo\"\"ng\",b,c", "lo\"ng"), ("\"\"\"\"", "\""), ("\"x\"", "")] {
      Array(text.utf8).withUnsafeBufferPointer { buffer in
        splitter.split(buffer, RecordRange(start: 0, end: buffer.count, line: 0, shape: .quoted))
      }
      #expect(Array(splitter.scratch.buffer) == Array(scratch.utf8))
    }
    #expect(splitter.fields.count == 1)
  }
}
