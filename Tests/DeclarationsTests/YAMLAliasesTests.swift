import Testing

@testable import Declarations

@Suite struct YAMLAliasesTests {
  @Test(arguments: [
    ("a: &x [1]\nb: *x\n", 1), ("[*a, *b,*c]", 3), ("? *a\n: *b\n", 2), ("- *a\n-  *b", 2), ("*a", 1),
    ("files: in/*.csv\ntitle: \"*.csv\"\nnote: 3 * 4, x**y\n", 0), ("", 0), ("*", 0),
  ])
  func countsWhatLooksLikeAnAlias(text: String, expected: Int) {
    #expect(YAMLAliases.count(in: text) == expected)
  }
}
