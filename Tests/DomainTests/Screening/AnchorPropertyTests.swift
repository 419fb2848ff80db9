import Declarations
import Foundation
import TestSupport
import Testing

@testable import Domain

/// Anchors are only a way to be fast: patterns are tried where one stands, and find what they find when tried everywhere.
@Suite struct AnchorPropertyTests {
  /// The gravest level by rule, with every pattern tried at every place.
  private func everywhere(_ screener: Screener, _ text: String) -> [Int: UInt8] {
    var read = ScreenText()
    var best: [Int: UInt8] = [:]
    Array(text.utf8).withUnsafeBufferPointer { read.read($0, screener.alphabet) }
    read.withMatcher(screener) { matcher in
      for pattern in screener.patterns {
        let rule = Int(pattern.rule)
        for start in 0..<matcher.count where pattern.level < best[rule] ?? .max {
          let end = matcher.end(pattern, at: start)
          if end >= 0, !matcher.isVoid(start, end, screener.voids[rule]) { best[rule] = pattern.level }
        }
      }
    }
    return best
  }

  private func anchored(_ screener: Screener, _ text: String) -> [Int: UInt8] {
    let outcome = ScreenPass(screener).screen(text)
    return Dictionary(uniqueKeysWithValues: outcome.findings.map { ($0.rule, Screener.rank($0.level)) })
  }

  private func screener(_ signs: [String], voids: [String] = []) throws -> Screener {
    func sign(_ pattern: String) -> PostingRule.Sign {
      PostingRule.Sign(level: .violation, pattern: pattern, place: "r.yaml:1")
    }
    let rules = signs.enumerated().map { number, pattern in
      PostingRule(
        id: "R\(number)", title: "", version: 1, level: .violation, group: "", clause: "", penalty: nil, section: "",
        transfer: nil, isUrgent: false, remedy: "", exceptions: nil, signs: [sign(pattern)], voids: voids.map(sign),
        textVoids: [],
        conditions: [], exemptions: [], phrases: [])
    }
    let words = ScreenWords(fold: CharacterFold(variants: []))
    return try Screener(rules.map { ($0, words) }, fold: words.fold)
  }

  /// Pieces of the shipped phrases in random order, so that parts of patterns meet by chance.
  @Test(arguments: 0..<8) func shippedRules(_ seed: UInt64) throws {
    let shipped = try PostingRuleFolder.read(Repository.file("Pipelines/rules"))
    // Exemptions and voids of whole texts come after what is compared here.
    let bare = shipped.rules.indices.filter {
      shipped.rules[$0].exemptions.isEmpty && shipped.rules[$0].textVoids.isEmpty
    }
    let characters = shipped.rules.flatMap(\.phrases).map { Array($0.text) }
    var random = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      var text: [Character] = []
      for _ in 0..<6 {
        let phrase = characters[random.below(characters.count)]
        let start = random.below(phrase.count)
        text += phrase[start..<min(phrase.count, start + 1 + random.below(8))]
        if random.below(4) == 0 { text.append("，") }
      }
      let (slow, fast) = (everywhere(shipped, String(text)), anchored(shipped, String(text)))
      for rule in bare { #expect(slow[rule] == fast[rule], "\(shipped.rules[rule].id) \(String(text))") }
    }
  }

  /// Patterns that nobody wrote, over few characters, so that they meet often.
  @Test(arguments: 0..<8) func randomPatterns(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: 100 + seed)
    func piece(_ depth: Int) -> String {
      switch random.below(depth > 0 ? 9 : 4) {
      case 0...2: return String(Array("甲乙丙丁")[random.below(4)])
      case 3: return "[甲乙]"
      case 4: return "(\(piece(depth - 1))|\(piece(depth - 1))\(piece(depth - 1)))"
      case 5: return "(\(piece(depth - 1)))?"
      case 6: return "\\h{0,\(1 + random.below(3))}"
      case 7: return "(?!\(piece(depth - 1)))"
      default: return "(?<=\(piece(depth - 1)))"
      }
    }
    var found = 0
    for _ in 0..<60 {
      let patterns = (0..<3).map { _ in (0..<3).map { _ in piece(2) }.joined() + "丁" }
      let screener = try screener(patterns, voids: [piece(1) + "丙"])
      for _ in 0..<20 {
        let text = String((0..<12).map { _ in Array("甲乙丙丁，")[random.below(5)] })
        let (slow, fast) = (everywhere(screener, text), anchored(screener, text))
        #expect(slow == fast, "\(patterns) \(text)")
        found += slow.count
      }
    }
    #expect(found > 50)
  }

  @Test func languageOfPatterns() throws {
    func finds(_ pattern: String, _ text: String) throws -> Bool {
      !anchored(try screener([pattern]), text).isEmpty
    }
    #expect(try finds("甲.{0,2}乙", "甲丙丙乙") && !finds("甲.{0,2}乙", "甲丙丙丙乙"))
    #expect(try finds("甲.{0,4}乙", "甲，丙乙") && !finds("甲\\c{0,4}乙", "甲，丙乙"))
    #expect(try !finds("甲.{0,4}乙", "甲。丙乙"))
    #expect(try finds("^甲$", "丙，甲；丁") && !finds("^甲$", "丙甲"))
    #expect(try finds("(?<!不)限甲", "只限甲") && !finds("(?<!不)限甲", "不限甲"))
    #expect(try finds("甲\\d{2}岁", "甲１８岁") && finds("甲乙", "甲·乙") && finds("ab甲", "AB甲"))
  }

  @Test(arguments: [
    ("甲*", "没有上限"), ("(甲", "括号没有结束"), ("甲)", "多了一个"), ("[甲", "没有结束"), ("<词>", "没有叫 词 的词"), ("甲{3,1}", "次数"),
    ("(甲乙){9}", "最多重复"), ("甲{0,99}", "最多 40"), (".{0,4}", "一定出现"), ("甲\\", "没有字符"), ("[9-0]", "次序"), ("甲 ·", "已经去掉"),
  ])
  func wrongPatterns(_ pattern: String, _ part: String) throws {
    let error = try failure { try self.screener([pattern]) }
    #expect(error.code == .wrongPattern && error.text.contains(part), "\(error.text)")
    #expect(error.text.contains("r.yaml:1"), "\(error.text)")
  }
}
