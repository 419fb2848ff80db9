import Documents
import Testing

@Suite struct MarkupTests {
  @Test func escapesMarkup() {
    #expect(Markup.escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
  }

  /// As characters, these are neither `<` nor `"`.
  @Test func escapesMarkupWithCombiningMarks() {
    #expect(Markup.escaped("<\u{338}\"\u{301}") == "&lt;\u{338}&quot;\u{301}")
  }

  @Test func dropsControlCharacters() {
    #expect(Markup.escaped("a\u{0}b\u{1B}c\n\t中") == "abc\n\t中")
  }
}
