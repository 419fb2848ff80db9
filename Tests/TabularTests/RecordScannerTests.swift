import Tabular
import Testing

@Suite struct RecordScannerTests {
  private let scanner = RecordScanner(dialect: Dialect())

  @Test func firstRecordIsTheFirstThatIsNotBlank() throws {
    let record = try #require(scanner.first(1, of: Array("\r\n\n编号,单位\n1,x\n".utf8)).first)
    #expect(record.line == 2)
    #expect((record.start, record.end) == (3, 16))
    #expect(scanner.first(1, of: Array("\n\r\n".utf8)).isEmpty)
    #expect(scanner.first(1, of: []).isEmpty)
  }
}
