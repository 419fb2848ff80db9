import Foundation
import Testing

@testable import Pipeline

/// Much of the worst there is is read or refused, in time that grows with their size.
@Suite(.serialized) struct YAMLBlowUpTests {
  private static let start = "source: test\ntitle: 测试\ncontract: postings\n"

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[", "{", "- ", "? ", "a: ", "\"", "'", "&a ", "*a ", "!a ", "|", "9", "[],", "\n", "\t", "#", "%", "岗", "---\n",
      "a\n", "- a\n",
      "{}\n", ": ",
    ])
  func manyOf(piece: String) {
    for start in ["", YAMLBlowUpTests.start, YAMLBlowUpTests.start + "key: ", YAMLBlowUpTests.start + "missing: ["] {
      #expect(
        YAMLProperties.violations(Array((start + String(repeating: piece, count: 40_000 / piece.count)).utf8)) == [])
    }
  }

  @Test(.timeLimit(.minutes(1))) func deepNesting() {
    let lists = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    let maps = String(repeating: "{a: ", count: 20_000) + "b" + String(repeating: "}", count: 20_000)
    let blocks = String(repeating: "- ", count: 20_000) + "b\n"
    for text in [lists, maps, blocks] { #expect(YAMLProperties.violations(Array(text.utf8)) == []) }
  }

  @Test(.timeLimit(.minutes(1))) func aliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      text += "a\(level): &a\(level) [" + (0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", ") + "]\n"
    }
    for end in ["missing: *a29\n", "? *a29\n: x\n", "[*a29]: x\n", "<<: *a29\n"] {
      #expect(YAMLProperties.violations(Array((text + end).utf8)) == [])
    }
  }

  @Test(.timeLimit(.minutes(1))) func manyKeys() {
    let values = (0..<20_000).map { "    值\($0): \"11\"\n" }.joined()
    #expect(YAMLProperties.violations(Array((YAMLBlowUpTests.start + "values:\n  ownership:\n" + values).utf8)) == [])
  }
}
