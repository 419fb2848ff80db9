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
    (Array("\u{FEFF}\r\n <!DOCTYPE html><table>".utf8), .html), (Array("<TABLE border=1>".utf8), .html),
    (Array("<?xml version=\"1.0\"?>".utf8), .html), (Array("[\n  {\"a\": 1}]".utf8), .json),
    (Array("{ \"a\": [".utf8), .json),
  ])
  func refusesWhatIsNoText(bytes: [UInt8], reason: NotText) {
    #expect(throws: reason) { try DialectSniffer.sniff(bytes) }
  }

  @Test func oneNULIsDirt() throws {
    let bytes =
      Array(table.utf8) + [0x33, 0x2C, 0x00, 0x2C, 0x31, 0x0A] + Array(String(repeating: "4,x,1\n", count: 20).utf8)
    #expect(try DialectSniffer.sniff(bytes) == Dialect())
  }

  /// Nothing of its first megabyte is cut off by what little there is.
  @Test func aSmallFileMayHoldAControlByte() throws {
    #expect(try DialectSniffer.sniff([0x61, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0x01, 0x0A]) == Dialect())
    #expect(throws: NotText.binary) { try DialectSniffer.sniff([0x61, 0x2C, 1, 2, 3, 0x0A]) }
  }

  @Test func delimitersAreCountedBelowTitles() throws {
    #expect(try DialectSniffer.sniff(Array("招聘汇总\n\n编号|单位|岗位\n".utf8)).delimiter == UInt8(ascii: "|"))
    #expect(try DialectSniffer.sniff(Array("sep=;\na;b,c\n".utf8)).delimiter == UInt8(ascii: ";"))
  }

  /// What other systems write, byte for byte, that can be read as GB18030.
  @Test(
    arguments: [
      ("編號,單位名稱,職位\n1,台灣積體電路,工程師\n", "BIG5", EncodingGuess.big5),
      ("番号,会社名,職種\n1,トヨタ自動車,エンジニア\n", "SHIFT-JIS", .shiftJIS),
      ("id,name\n1,R\u{E9}\u{2026}\n", "CP1252", .western),
      ("id,métier\n1,Région,développeur expérimenté\n2,Café Müller,née\n", "LATIN1", .western),
      ("id,métier\n1,Région,développeur expérimenté\n2,Café Müller,née\n", "MACINTOSH", .macRoman),
    ]) func foreignTextIsTold(text: String, encoding: String, guess: EncodingGuess) throws
  {
    #expect(throws: NotText.foreign(guess)) { try DialectSniffer.sniff(Iconv.encoded(text, encoding)) }
  }

  /// Rare names in a Chinese file, traditional characters in GB18030, and what the source file states.
  @Test func gb18030IsTakenForItself() throws {
    for text in [table + "3,喆鲵垚,2\n", "編號,單位名稱,職位名稱,招聘人數\n1,臺灣積體電路,工程師,3\n"] {
      #expect(try DialectSniffer.sniff(TextEncoding.gb18030.encoded(text)).encoding == .gb18030)
    }
    let rare = TextEncoding.gb18030.encoded("id,name\n1,喆\n")
    #expect(throws: NotText.foreign(.macRoman)) { try DialectSniffer.sniff(rare) }
    #expect(try DialectSniffer.sniff(rare, encoding: .gb18030).encoding == .gb18030)
    #expect(throws: NotText.foreign(.utf8)) { try DialectSniffer.sniff(Array(table.utf8), encoding: .gb18030) }
  }
}
