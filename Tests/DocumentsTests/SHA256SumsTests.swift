import Documents
import Testing

@Suite struct SHA256SumsTests {
  private let files: [(path: String, bytes: [UInt8])] = [("a b.txt", Array("abc".utf8)), ("tables/一.csv", [])]

  @Test func writesTheFormatOfCoreutils() {
    #expect(
      SHA256Sums.text(of: files) == """
        ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a b.txt
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  tables/一.csv

        """)
  }

  @Test func findsEveryDifference() throws {
    let text = SHA256Sums.text(of: files)
    #expect(try SHA256Sums.verify(text, against: files).isEmpty)
    let difference = try SHA256Sums.verify(text, against: [("a b.txt", [1]), ("new", [])])
    #expect(difference.changed == ["a b.txt"])
    #expect(difference.missing == ["tables/一.csv"])
    #expect(difference.extra == ["new"])
  }

  @Test func badLineIsNamed() {
    let good = SHA256Sums.text(of: files)
    #expect(throws: SHA256Sums.BadLine.self) { try SHA256Sums.parse(good + "xyz  c\n") }
    #expect(throws: SHA256Sums.BadLine.self) { try SHA256Sums.parse(good.replacing("  ", with: " ")) }
  }
}
