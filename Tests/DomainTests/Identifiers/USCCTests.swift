import Domain
import TestSupport
import Testing

@Suite struct USCCTests {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  private func isValid(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer { USCC.isValid($0) } }

  /// The check character, with weights that are multiplied on the way instead of a table.
  private func check(_ body: [Character]) -> Character {
    var weight = 1
    var sum = 0
    for character in body {
      sum += weight * (USCCTests.alphabet.firstIndex(of: character) ?? 0)
      weight = weight * 3 % 31
    }
    return USCCTests.alphabet[(31 * 31 - sum % 31) % 31]
  }

  @Test func publishedCodeIsValid() {
    #expect(isValid("91350100M000100Y43"))
  }

  @Test(arguments: 0..<60) func computedCodesAreValidAndNoOtherCheckIs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let body = (0..<17).map { _ in USCCTests.alphabet.randomElement(using: &random) ?? "0" }
    let right = check(body)
    for last in USCCTests.alphabet { #expect(isValid(String(body + [last])) == (last == right)) }
  }

  @Test func everySingleWrongCharacterIsDetected() {
    let code = Array("91350100M000100Y43")
    for place in code.indices {
      for other in USCCTests.alphabet where other != code[place] {
        var wrong = code
        wrong[place] = other
        #expect(!isValid(String(wrong)))
      }
    }
  }

  @Test(arguments: [
    "", "91350100M000100Y4", "91350100M000100Y430", "91350100m000100y43", "9135010OM000100Y43", "91350100M000100Y4I",
    "防城港市港口区贸易有", "91350100M000100Y4 ",
  ])
  func othersAreInvalid(text: String) {
    #expect(!isValid(text))
  }
}
