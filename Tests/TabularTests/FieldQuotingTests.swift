import Tabular
import Testing

@Suite struct FieldQuotingTests {
  @Test(arguments: [
    ("普通", "普通"), ("", ""), ("a b", "a b"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""),
  ])
  func quotesWhereNeeded(text: String, expected: String) {
    #expect(FieldQuoting.quoted(text) == expected)
  }

  @Test func followsTheDelimiter() {
    #expect(FieldQuoting.quoted("a,b", delimiter: "\t") == "a,b")
    #expect(FieldQuoting.quoted("a\tb", delimiter: "\t") == "\"a\tb\"")
  }
}
