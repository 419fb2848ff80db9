import Domain
import Testing

@Suite struct RedactionTests {
  @Test(arguments: [
    ("11010519491231002X", "1101********"), ("号11010519491231002X男", "号1101********男"),
    ("450602880101123", "4506********"), ("13800138000", "138********"), ("一\n二\t三", "一 二 三"), ("甲乙丙丁", "甲乙丙…"),
  ])
  func shownOnOneLineWithoutNumbers(_ text: String, _ shown: String) {
    #expect(Redaction.shown(text, limit: text == "甲乙丙丁" ? 3 : 40) == shown)
  }
}
