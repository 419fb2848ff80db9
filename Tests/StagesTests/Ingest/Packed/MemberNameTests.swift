import Tabular
import Testing

@testable import Stages

@Suite struct MemberNameTests {
  @Test(
    arguments: [
      (Array("岗位.csv".utf8), "岗位.csv"), (TextEncoding.gb18030.encoded("岗位表.csv"), "岗位表.csv"),
      ([0x61, 0xFF, 0x2E, 0x63], "a?.c"), (Array("../../etc/passwd".utf8), "../../etc/passwd"),
      (Array("a\0b\u{1B}[2K\n.csv".utf8), "a?b?[2K?.csv"), (Array("gpj\u{202E}vsc.csv".utf8), "gpj?vsc.csv"),
      (Array("a\u{200B}\u{2028}b".utf8), "a??b"), (Array("11010519491231002X.csv".utf8), "1101****.csv"),
      (Array(String(repeating: "长", count: 100).utf8), String(repeating: "长", count: 60) + "…"), ([], ""),
    ] as [([UInt8], String)])
  func isShownSafely(name: [UInt8], text: String) {
    #expect(MemberName.shown(name).replacing(/\*+/, with: "****") == text)
  }

  @Test func tables() {
    for name in ["a.csv", "a/B.CSV", "x.tsv", ".txt"] { #expect(MemberName.isTable(Array(name.utf8)), "\(name)") }
    for name in ["a.xlsx", "csv", "a.csv/", "a.csv.gz", ""] {
      #expect(!MemberName.isTable(Array(name.utf8)), "\(name)")
    }
    #expect(MemberName.isTable([0xB8, 0xDA] + Array(".csv".utf8)))
  }

  @Test func byTheWay() {
    for name in ["d/", "__MACOSX/a.csv", "x/.a.csv", "x\\.a.csv", "~$a.csv", "x/Thumbs.db"] {
      #expect(MemberName.isByTheWay(Array(name.utf8)), "\(name)")
    }
    for name in ["a.csv", "x/a.csv", "../a.csv", "MACOSX/a.csv"] {
      #expect(!MemberName.isByTheWay(Array(name.utf8)), "\(name)")
    }
  }
}
