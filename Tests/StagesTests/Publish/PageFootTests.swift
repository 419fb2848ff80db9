import Testing

@testable import Stages

@Suite struct PageFootTests {
  private func rule(_ text: String) -> String { PageFoot(text).context["rule"] as? String ?? "" }

  @Test func titleStandsAtTheFoot() {
    #expect(rule("防城港市公报 · 2026年第三季度") == "@page { @bottom-left { content: \"防城港市公报 · 2026年第三季度\"; } }")
  }

  /// Neither the string nor the rule nor the element can be ended by a title.
  @Test func marksAreNumbers() {
    let own = rule("a\"}\\</style>\n{1")
    #expect(own == "@page { @bottom-left { content: \"a\\22 \\7d \\5c \\3c \\2f style\\3e \\a \\7b 1\"; } }")
  }
}
