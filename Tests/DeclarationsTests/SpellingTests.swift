import Testing

@testable import Declarations

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("titel", "title"), ("title", "title"), ("titl", "title"), ("titlee", "title"), ("colunms", "columns"),
      ("ky", "key"), ("keys", "key"),
      ("zzz", nil), ("", nil), ("employer", "employer_uscc"), ("employ", nil), ("kind", nil),
    ] as [(String, String?)])
  func nearestWord(word: String, nearest: String?) {
    #expect(Spelling.nearest(word, in: ["title", "columns", "key", "employer_uscc"]) == nearest)
  }

  @Test func withoutWordsThereIsNone() {
    #expect(Spelling.nearest("title", in: []) == nil)
  }
}
