import Tabular
import Testing

@Suite struct DialectSnifferTests {
  private let table = "编号,单位名称,人数\n1,防城港港务,3\n2,东兴边贸,5\n"

  @Test func recognisesUTF8() throws {
    let dialect = try DialectSniffer.sniff(Array(table.utf8))
    #expect(dialect == Dialect())
    let marked = try DialectSniffer.sniff([0xEF, 0xBB, 0xBF] + Array(table.utf8))
    #expect(marked == Dialect(byteOrderMark: 3))
  }

  @Test func recognisesGB18030() throws {
    #expect(try DialectSniffer.sniff(TextEncoding.gb18030.encoded(table)) == Dialect(encoding: .gb18030))
  }

  @Test func oneBadLineDoesNotTurnTheEncoding() throws {
    let bad = Array(table.utf8) + TextEncoding.gb18030.encoded("3,乱码,1\n") + Array("4,好,1\n".utf8)
    #expect(try DialectSniffer.sniff(bad).encoding == .utf8)
  }

  @Test func charactersCutAtTheSamplesEndDoNotMatter() throws {
    let row = Array("1,防\n".utf8)
    let start = Array("a,b\n".utf8)
    var bytes = start
    while bytes.count < DialectSniffer.sampleSize { bytes += row }
    // Whatever the sample ends with, the rest of a character is in the file.
    for cut in 0..<3 {
      let sample = Array(bytes.suffix(DialectSniffer.sampleSize + cut).prefix(DialectSniffer.sampleSize))
      #expect(try DialectSniffer.sniff(start + sample).encoding == .utf8)
    }
  }

  @Test func sourceFileGoesFirst() throws {
    let dialect = try DialectSniffer.sniff(Array("a;b;c,d\n".utf8), encoding: .gb18030, delimiter: .comma)
    #expect(dialect == Dialect(encoding: .gb18030))
  }

  @Test(arguments: [("a,b;c,d", UInt8(ascii: ",")), ("a\tb\tc,d", 0x09), ("a;b", 0x3B), ("a|b|c", 0x7C), ("one", 0x2C)])
  func countsDelimitersOfTheHeader(header: String, delimiter: UInt8) throws {
    #expect(try DialectSniffer.sniff(Array("\(header)\n1,2,3,4,5,6\n".utf8)).delimiter == delimiter)
  }

  @Test(arguments: [("a,b\r1,2\r", UInt8.carriageReturn), ("a,b\r\n1,2\r\n", .lineFeed), ("a,b", .lineFeed)])
  func findsTheNewline(text: String, newline: UInt8) throws {
    #expect(try DialectSniffer.sniff(Array(text.utf8)).newline == newline)
  }

  @Test(arguments: [
    ([], NotText.empty), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .excelBinary),
    ([0x50, 0x4B, 0x03, 0x04, 0x14], .zipContainer),
    ([0x1F, 0x8B, 0x08], .gzip), ([0xFF, 0xFE, 0x61, 0x00], .utf16), ([0xFE, 0xFF, 0x00, 0x61], .utf16),
    ([0x61, 0x00, 0x62, 0x00, 0x2C, 0x00], .binary),
  ])
  func refusesWhatIsNoText(bytes: [UInt8], reason: NotText) {
    #expect(throws: reason) { try DialectSniffer.sniff(bytes) }
  }

  @Test func oneNULIsDirt() throws {
    let bytes =
      Array(table.utf8) + [0x33, 0x2C, 0x00, 0x2C, 0x31, 0x0A] + Array(String(repeating: "4,x,1\n", count: 20).utf8)
    #expect(try DialectSniffer.sniff(bytes) == Dialect())
  }
}
