import Tabular
import Testing

@Suite struct RecordScannerTests {
  private let scanner = RecordScanner(dialect: Dialect())

  @Test func firstRecordIsTheFirstThatIsNotBlank() throws {
    let record = try #require(scanner.first(of: Array("\r\n\n编号,单位\n1,x\n".utf8)))
    #expect(record.line == 2)
    #expect((record.start, record.end) == (3, 16))
    #expect(scanner.first(of: Array("\n\r\n".utf8)) == nil)
    #expect(scanner.first(of: []) == nil)
  }
}
