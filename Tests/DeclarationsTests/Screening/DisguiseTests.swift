import Declarations
import Domain
import Foundation
import TestSupport
import Testing

/// What a text looks like changes nothing in what the rules find in it.
@Suite struct DisguiseTests {
  static let disguises = ["full width", "blanks", "dots", "traditional", "lines", "upper case", "invisible"]

  /// By simplified character, a traditional one that stands for it.
  private static let traditional: [Character: Character] = {
    let text = (try? Repository.text("Pipelines/rules/supervision/variants.yaml")) ?? ""
    var known: [Character: Character] = [:]
    for pair in text.split(whereSeparator: \.isWhitespace) where pair.count == 2 {
      guard let from = pair.first, let to = pair.last, known[to] == nil else { continue }
      if let value = from.unicodeScalars.first?.value, (0x4E00...0x9FFF).contains(value) { known[to] = from }
    }
    return known
  }()

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }

  private static func parted(_ text: String, by mark: Character) -> String {
    var result: [Character] = []
    for character in text {
      if let last = result.last, isHan(last), isHan(character) { result.append(mark) }
      result.append(character)
    }
    return String(result)
  }

  private static func disguised(_ text: String, _ how: String) -> String {
    switch how {
    case "full width":
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
    case "blanks": parted(text, by: " ")
    case "dots": parted(text, by: "·")
    case "traditional": String(text.map { traditional[$0] ?? $0 })
    case "lines": text.replacingOccurrences(of: "，", with: "，\n")
    case "upper case": text.uppercased()
    default: parted(text, by: "\u{200B}")
    }
  }

  @Test(arguments: disguises) func phrasesInDisguise(_ how: String) throws {
    let screener = try PostingRuleTests.shipped.get()
    let file = Repository.file("Tests/fixtures/screen-design.csv")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    let pass = ScreenPass(screener)
    var changed = 0
    for question in try PhraseExam(bytes, path: file, screener).questions {
      let text = DisguiseTests.disguised(question.text, how)
      changed += text == question.text ? 0 : 1
      let isFound = pass.screen(text).findings.contains { $0.rule == question.rule }
      #expect(isFound == question.isExpected, "\(screener.rules[question.rule].id) \(text)")
    }
    // No phrase of the list has a small letter: those of the language of patterns do.
    #expect(changed > 0 || how == "upper case")
  }

  /// A void holds where it stands, not for the text.
  @Test func anotherClauseVoidsNothing() throws {
    let screener = try PostingRuleTests.shipped.get()
    let file = Repository.file("Tests/fixtures/screen-design.csv")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    let pass = ScreenPass(screener)
    for question in try PhraseExam(bytes, path: file, screener).questions where question.isExpected {
      let isFound = pass.screen(question.text + "。男女不限").findings.contains { $0.rule == question.rule }
      #expect(isFound, "\(screener.rules[question.rule].id) \(question.text)")
    }
  }
}
