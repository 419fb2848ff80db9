import Tabular
import Testing

@Suite struct CellGuardTests {
  static let formulas = [
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\tx", "\rx", "\nx", " =1", "\"=1", "'=1", "''=1",
    "＝1", "＋1+1", "－1", "＠a", "\u{202E}=1", "\u{FEFF}=1", "\u{3000}＝1", "+", "-3.5元", "-inf", "-nan", "-0x10",
    "“=1”",
  ]

  @Test(arguments: formulas) func areInert(_ text: String) {
    #expect(CellGuard.inert(text) == "'" + text)
    #expect(CellGuard.inert("a\(text)") == "a\(text)")
  }

  @Test(arguments: ["-3.5", "-", "+2.10", "-0.01", "-1e-05", "12", "", "4-02-05-01", "a=b", "—", "岗位", "'x'", " x"])
  func numbersAndTextsStay(_ text: String) { #expect(CellGuard.inert(text) == text) }

  @Test(arguments: formulas + ["-3.5", "'-3.5", "'", "''", "'x", "", "x"]) func comeBack(_ text: String) {
    #expect(CellGuard.plain(CellGuard.inert(text)) == text)
  }
}
