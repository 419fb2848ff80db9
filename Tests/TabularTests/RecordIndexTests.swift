import CRecordIndex
import TestSupport
import Testing

@testable import Tabular

@Suite struct RecordIndexTests {
  /// What an index says of a buffer, in a form that can be compared.
  private struct Answer: Equatable {
    var records: [String] = []
    var used = 0
    var lines = 0
  }

  private func answer(
    _ bytes: [UInt8], isLast: Bool, dialect: Dialect = Dialect(), method: record_method = record_method_best
  ) -> Answer {
    bytes.withUnsafeBufferPointer { buffer in
      // Too small on purpose: it has to grow.
      var ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 66)
      defer { ends.deallocate() }
      var index = RecordIndex(dialect, method: method)
      let found = index.records(of: buffer, isLast: isLast, ends: &ends)
      let texts = found.records.map { record in
        let fields = record.fieldEnds.map { ends in
          ends.map {
            "\($0 & FIELD_OFFSET)" + ($0 & FIELD_QUOTED == 0 ? "" : "q") + ($0 & FIELD_REWRITTEN == 0 ? "" : "d")
          }
        }
        return "\(record.start)-\(record.end) \(record.line) \(record.shape) \(fields ?? [])"
      }
      return Answer(records: texts, used: found.used, lines: found.lines)
    }
  }

  private func answer(_ text: String, isLast: Bool) -> Answer { answer(Array(text.utf8), isLast: isLast) }

  @Test(arguments: [
    ("a,b\nc", "0-3 0 plain [\"1\", \"3\"]", 4), ("a,b\r\nc", "0-3 0 plain [\"1\", \"3\"]", 5),
    ("\n\r\nc,\nd", "3-5 2 plain [\"4\", \"5\"]", 6), ("\"a\nb\",c\nd", "0-7 0 doubtful [\"5q\", \"7\"]", 8),
    ("a,\"b\"\"\n\"\nd", "0-8 0 doubtful [\"1\", \"8qd\"]", 9), ("a,5\" b\nc", "0-6 0 doubtful [\"1\", \"6\"]", 7),
    ("\"a\"b\nc", "0-4 0 brokenQuote []", 5), ("\"a\"\r\r\nc", "0-3 0 quoted [\"3q\"]", 6),
    ("\"a\"\rb\nc", "0-5 0 brokenQuote []", 6),
  ])
  func findsTheEnd(text: String, record: String, next: Int) {
    #expect(answer(text, isLast: false).records == [record])
    #expect(answer(text, isLast: false).used == next)
    #expect(answer(text, isLast: true).records.first == record)
  }

  @Test(arguments: ["a,b", "\"a\nb", "\"a\"", "\"a\"\"", "a,\"b\",c", "\"a\"\r", "\"a\r\n"])
  func waitsForMoreBytes(text: String) {
    #expect(answer(text, isLast: false) == Answer())
    #expect(answer(text, isLast: true).records.first?.isEmpty == false)
    #expect(answer("x\n\n" + text, isLast: false) == Answer(records: ["0-1 0 plain [\"1\"]"], used: 3, lines: 2))
  }

  private static let methods = [record_method_scalar, record_method_vector, record_method_avx2]
    .filter(record_method_exists)

  /// Every way to compare blocks gives the same answer, also where what counts stands at the edge of a block.
  @Test(arguments: 0..<300) func methodsAgree(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] = ["a", "\"", "\"", ",", ",", "\n", "\r\n", "\r", "\"\"", ",\"x\ny\",", "岗位", "\"a\"\"b\""]
      .map {
        Array($0.utf8)
      }
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      bytes += pieces.randomElement(using: &random) ?? []
      if Int.random(in: 0..<12, using: &random) == 0 {
        bytes += [UInt8](repeating: 0x62, count: Int.random(in: 0...80, using: &random))
      }
    }
    let newline: UInt8 = seed % 5 == 0 ? .carriageReturn : .lineFeed
    let dialect = Dialect(newline: newline)
    for isLast in [false, true] {
      let expected = answer(bytes, isLast: isLast, dialect: dialect, method: RecordIndexTests.methods[0])
      for method in RecordIndexTests.methods.dropFirst() {
        #expect(answer(bytes, isLast: isLast, dialect: dialect, method: method) == expected, "\(bytes)")
      }
    }
  }

  /// Where the fields end is the same, whether the index or the splitter finds it.
  @Test(arguments: 0..<100) func splitterAgrees(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "\"x,\"\"y\"\"\"", ",", ",", "\n", " ", "\"\"", "\u{3000}", "\"\n\"", "5\""]
    let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    var splitter = FieldSplitter(dialect: Dialect())
    Array(text.utf8).withUnsafeBufferPointer { buffer in
      var ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1024)
      defer { ends.deallocate() }
      var index = RecordIndex(Dialect())
      for record in index.records(of: buffer, isLast: true, ends: &ends).records {
        splitter.split(buffer, record)
        let known = splitter.texts(of: buffer)
        splitter.split(
          buffer, RecordRange(start: record.start, end: record.end, line: record.line, shape: record.shape))
        #expect(splitter.texts(of: buffer) == known)
      }
    }
  }

  /// 亅 is 81 7C in GB18030, of which the second byte is a bar.
  @Test func delimiterWithinACharacterIsNone() {
    let dialect = Dialect(delimiter: 0x7C, encoding: .gb18030)
    let bytes: [UInt8] = [0x81, 0x7C, 0x22, 0x7C, 0xBA, 0xBA, 0x7C, 0xBA, 0xBA, 0x81, 0x7C, 0x22, 0x0A]
    #expect(answer(bytes, isLast: true, dialect: dialect).records == ["0-12 0 doubtful [\"3\", \"6\", \"12\"]"])
  }

  @Test func nothingButDelimitersDoesNotFillTheMemory() {
    let bytes = [UInt8](repeating: .comma, count: 4 << 20) + [.lineFeed]
    let found = answer(bytes, isLast: true)
    #expect(found.records == ["0-\(4 << 20) 0 tooLong []"])
  }
}
