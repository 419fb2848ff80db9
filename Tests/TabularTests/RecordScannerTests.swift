import Testing

@testable import Tabular

@Suite struct RecordScannerTests {
  private let scanner = RecordScanner(dialect: Dialect())

  /// Shape, text and where the next record starts; nil where more bytes are needed.
  private func step(_ text: String, isLast: Bool) -> (shape: RecordRange.Shape, text: String, next: Int)? {
    Array(text.utf8).withUnsafeBufferPointer { buffer in
      guard case .record(let record, let next) = scanner.step(buffer, from: 0, isLast: isLast) else { return nil }
      return (record.shape, String(decoding: buffer[record.start..<record.end], as: UTF8.self), next)
    }
  }

  @Test(arguments: [
    ("a,b\nc", RecordRange.Shape.plain, "a,b", 4), ("a,b\r\nc", .plain, "a,b", 5), ("\nc", .plain, "", 1),
    ("\"a\nb\",c\nd", .quoted, "\"a\nb\",c", 8), ("a,\"b\"\"\n\"\nd", .quoted, "a,\"b\"\"\n\"", 9),
    ("a,5\" b\nc", .quoted, "a,5\" b", 7), ("\"a\"b\nc", .brokenQuote, "\"a\"b", 5),
  ])
  func findsTheEnd(text: String, shape: RecordRange.Shape, record: String, next: Int) throws {
    let found = try #require(step(text, isLast: true))
    #expect(found == (shape, record, next))
    let early = try #require(step(text, isLast: false))
    #expect(early == found)
  }

  @Test(arguments: ["a,b", "\"a\nb", "\"a\"", "\"a\"\"", "a,\"b\",c"]) func waitsForMoreBytes(text: String) throws {
    #expect(step(text, isLast: false) == nil)
    let last = try #require(step(text, isLast: true))
    #expect(
      last.shape
        == (text.hasPrefix("\"a\n") || text.hasSuffix("\"\"") ? .brokenQuote : text == "a,b" ? .plain : .quoted))
  }

  @Test func firstRecordIsTheFirstThatIsNotBlank() throws {
    let record = try #require(scanner.first(of: Array("\r\n\n编号,单位\n1,x\n".utf8)))
    #expect(record.line == 2)
    #expect(record.start == 3)
    #expect(scanner.first(of: Array("\n\r\n".utf8)) == nil)
  }
}
