import Tabular
import Testing

/// Texts that readers stumble over: each record is parsed as RFC 4180 says, or is told with its physical line.
@Suite struct TortureTests {
  @Test(arguments: quoteCases + lineEndCases + shapeCases, [1, 2, 7, 64, 1 << 16])
  func isReadAsItIsMeant(torture: TortureCase, chunkSize: Int) throws {
    let dialect = try torture.dialect ?? DialectSniffer.sniff(Array(torture.text.utf8))
    let seen = try SeenRecord.all(of: torture.text, chunkSize: chunkSize, dialect: dialect)
    #expect(seen.map { $0.isBroken ? .broken($0.line, $0.fields[0]) : .fields($0.line, $0.fields) } == torture.rows)
    #expect(seen.map(\.number) == Array(seen.indices))
  }

  /// The same in the middle of a file of ordinary rows: neither those before nor those behind are hurt.
  @Test(arguments: (quoteCases + lineEndCases + shapeCases).filter { !$0.text.hasPrefix("\u{FEFF}") })
  func doesNotHurtItsNeighbours(torture: TortureCase) throws {
    let dialect = try torture.dialect ?? DialectSniffer.sniff(Array(torture.text.utf8))
    let newline = String(decoding: [dialect.newline], as: UTF8.self)
    let ordinary = (0..<50).map { "\($0)" + newline }.joined()
    let closed = torture.text.utf8.last == dialect.newline ? torture.text : torture.text + newline
    let seen = try SeenRecord.all(of: ordinary + closed + ordinary, chunkSize: 256, dialect: dialect)
    let middle: [TortureCase.Row] = seen.dropFirst(50).dropLast(50).map {
      $0.isBroken ? .broken($0.line - 50, $0.fields[0]) : .fields($0.line - 50, $0.fields)
    }
    #expect(middle == torture.rows)
    #expect(seen.prefix(50).map(\.fields) == (0..<50).map { ["\($0)"] })
    #expect(seen.suffix(50).map(\.fields) == (0..<50).map { ["\($0)"] })
    let linesOfCase = closed.utf8.count { $0 == dialect.newline }
    #expect(seen.suffix(50).map(\.line) == (0..<50).map { 51 + linesOfCase + $0 })
  }
}
