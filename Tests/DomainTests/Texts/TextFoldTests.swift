import Domain
import Testing

@Suite struct TextFoldTests {
  @Test(arguments: [
    ("ＡＢＣ１２３", "abc123"), ("４５００～６０００", "4500-6000"), ("1–2", "1-2"), ("1—2", "1-2"), ("1〜2", "1-2"), ("1−2", "1-2"),
    (" 防城 港\u{3000}市\t", "防城港市"), ("K/月", "k/月"), ("（含）", "(含)"), ("\u{FEFF}编号", "编号"), ("a\u{A0}b", "ab"), ("", ""),
    ("Ñ𠀀", "Ñ𠀀"),
  ])
  func folds(text: String, expected: String) {
    #expect(TextFold.fold(text) == expected)
    #expect(TextFold.fold(expected) == expected)
  }
}
