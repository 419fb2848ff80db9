import Tabular
import TestSupport
import Testing

@Suite struct ChunkReaderTests {
  /// Any text at all, well formed or not, in any dialect: the naive parser and every chunk size agree.
  @Test(arguments: 0..<400) func agreesWithNaiveParserAtAnyChunkSize(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let delimiter = [",", ",", ";", "\t", "|"].randomElement(using: &random) ?? ","
    let newline = seed % 4 == 0 ? "\r" : "\n"
    let dialect = Dialect(delimiter: Array(delimiter.utf8)[0], newline: Array(newline.utf8)[0])
    let pieces = [
      "a", "岗位", "\"", "\"", delimiter, delimiter, newline, "\r" + newline, "\r", "\"\"", " ", "\u{3000}", "\n",
      "\"x" + newline + "y\"", ",", "long text without anything in it that would count",
    ]
    let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
    let expected = NaiveParser.records(of: text, dialect: dialect)
    for chunkSize in [1, 2, 3, 5, 8, 21, Int.random(in: 1...400, using: &random), 1 << 12] {
      let seen = try SeenRecord.all(of: text, chunkSize: chunkSize, dialect: dialect)
      #expect(seen == expected, "\(chunkSize): \(text.debugDescription)")
    }
  }

  /// What is quoted on writing comes back on reading.
  @Test(arguments: 0..<100) func readsBackWhatWasQuoted(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = ["招聘", "\"", ",", "\n", "\r\n", "x", "5"]
    let rows = (0..<8).map { _ in
      (0..<4).map { _ in
        // Blanks around a field are dropped, so each begins and ends with something else.
        "<"
          + (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
          + ">"
      }
    }
    let text = rows.map { $0.map { FieldQuoting.quoted($0) }.joined(separator: ",") + "\r\n" }.joined()
    #expect(try SeenRecord.all(of: text, chunkSize: 16).map(\.fields) == rows)
  }

  @Test func skipsByteOrderMarkAndBlankLines() throws {
    let dialect = Dialect(byteOrderMark: 3)
    let seen = try SeenRecord.all(of: "\u{FEFF}\r\na,b\n\n\r\n1,2", dialect: dialect)
    #expect(seen.map(\.fields) == [["a", "b"], ["1", "2"]])
    #expect(seen.map(\.line) == [2, 5])
    #expect(seen.map(\.number) == [0, 1])
  }

  @Test func endsRecordsAtCarriageReturns() throws {
    let seen = try SeenRecord.all(of: "a,b\r1,\"x\ry\"\r3,4\r", dialect: Dialect(newline: .carriageReturn))
    #expect(seen.map(\.fields) == [["a", "b"], ["1", "x\ry"], ["3", "4"]])
    #expect(seen.map(\.line) == [1, 2, 4])
  }

  @Test func brokenQuoteBreaksOnlyItsLine() throws {
    let seen = try SeenRecord.all(of: "a,b\n\"x,1\ny,2\n\"z\"!,3\nw,4\n")
    #expect(seen.map(\.isBroken) == [false, true, false, true, false])
    #expect(seen[1].fields == ["\"x,1"])
    #expect(seen[4].fields == ["w", "4"])
  }

  @Test func quoteWithinFieldIsText() throws {
    #expect(try SeenRecord.all(of: "19\" 显示器,2\n").map(\.fields) == [["19\" 显示器", "2"]])
  }

  @Test(arguments: [64 << 10, 1 << 20, 4 << 20]) func longRecordsAreToldAtAnyChunkSize(chunkSize: Int) throws {
    let limit = RecordScanner.recordLimit
    let long = String(repeating: "x", count: limit + 1)
    let lines = String(repeating: "yyyyyyyyy\n", count: limit / 40)
    let text =
      "a\n" + long + "\nb\n\"" + lines + "\",\"" + lines + "\",\"" + lines + "\",\"" + lines + "\","
      + long.prefix(limit / 2)
      + "\nc\n"
    let seen = try SeenRecord.all(of: text, chunkSize: chunkSize)
    #expect(seen.map(\.isBroken) == [false, true, false, true, false])
    #expect(seen.map(\.line) == [1, 2, 3, 4, 5 + limit / 40 * 4])
  }

  @Test(arguments: [64 << 10, 1 << 20, 4 << 20]) func farClosingQuoteDoesNotSwallowRows(chunkSize: Int) throws {
    let row = "1,数据分析员\n"
    let count = RecordScanner.recordLimit / row.utf8.count + 10
    let text = "\"open,1\n" + String(repeating: row, count: count) + "x,\",\n"
    let seen = try SeenRecord.all(of: text, chunkSize: chunkSize)
    #expect(seen.count == count + 2)
    #expect(seen.indices.filter { seen[$0].isBroken } == [0, count + 1])
  }

  @Test func endlessRecordIsNoTable() {
    let bytes = [UInt8](repeating: 0x78, count: ChunkReader.hardLimit + 1)
    #expect(throws: ReadError.self) { try SeenRecord.all(of: bytes, chunkSize: 4 << 20) }
  }
}
