import TestSupport
import Testing

@testable import Domain

/// Numbers in every form that people write them in: found, masked, and not there any more.
@Suite struct NumberFormsTests {
  /// Between the groups of a number.
  private static let seams = [
    " ", "\u{3000}", "\u{00A0}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{00AD}", "-", "－", "—", "–", "\u{2212}", "_",
    "＿", " - ",
  ]
  /// Around a number; none has a digit right beside it, or it would be a piece of something longer.
  private static let around = [
    ("3. ", ""), ("2026-07-01 ", " 5"),
    ("", ""), ("电话", "。"), ("A", ""), ("", "b"), ("mobile", "cell"), ("_", "_"), ("简历_", ".csv"), ("(", ")"),
    ("，", "\n"), ("\"", "\""), ("/", "/"), ("张三", "李四"), ("note=", "&x=y"),
  ]
  private static let mobile = [[11], [3, 4, 4], [3, 8], [7, 4], [4, 4, 3], [4, 3, 4], [3, 3, 5]] + [ones(11)]
  private static let resident =
    [[18], [6, 8, 4], [6, 4, 4, 4], [3, 3, 3, 3, 3, 3], [4, 4, 4, 4, 2], [9, 9]] + [ones(18)]

  private static func ones(_ count: Int) -> [Int] { Array(repeating: 1, count: count) }

  private static func written(_ number: String, _ shape: [Int], _ seam: String, isWide: Bool) -> String {
    var rest = number[...]
    let groups = shape.map { count in
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).map { isWide ? wide($0) : String($0) }.joined()
    }
    return groups.joined(separator: seam)
  }

  private static func wide(_ character: Character) -> String {
    character.unicodeScalars.map { String(Character(Unicode.Scalar($0.value + 0xFEE0)!)) }.joined()
  }

  /// A number of a person born on a random day, with its check character.
  private static func residentNumber(_ random: inout SeededGenerator) -> String {
    let province = ["45", "11", "44", "62", "31"][random.below(5)]
    let year = "\(1950 + random.below(55))"
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let body =
      "\(province)0\(1 + random.below(9))0\(1 + random.below(9))\(year)\(two(1 + random.below(12)))\(two(1 + random.below(28)))\(100 + random.below(900))"
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + $1.0.wholeNumberValue! * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  /// Four digits with a letter beside them are a part of a UUID, too; one digit beside others that stand alone is one more.
  private static func stands(_ shape: [Int], _ before: String, _ after: String) -> Bool {
    shape[0] == 4
      ? !["A", "b", "mobile"].contains { before + after == $0 || before == $0 } : shape[0] > 1 || after != " 5"
  }

  private func check(_ number: String, _ text: String, _ kind: PersonalDataKind) {
    var scanner = PersonalDataScanner(latest: Day(year: 2026, month: 11, day: 1)!)
    let found = scanner.leaks(in: text)
    #expect(found.map(\.kind) == [kind] && found.first?.value == number, "\(text.debugDescription)")
    for masked in [Redaction.masked(text), Redaction.shown(text, limit: 200)] {
      #expect(scanner.leaks(in: masked) == [], "\(masked)")
      #expect(masked.contains("********"), "\(masked)")
    }
  }

  @Test func mobiles() {
    var random = SeededGenerator(seed: 22)
    for shape in NumberFormsTests.mobile {
      for seam in shape.count == 1 ? [""] : NumberFormsTests.seams {
        for (before, after) in NumberFormsTests.around where NumberFormsTests.stands(shape, before, after) {
          let number = "1\(3 + random.below(7))" + (0..<9).map { _ in "\(random.below(10))" }.joined()
          let text = NumberFormsTests.written(number, shape, seam, isWide: random.below(4) == 0)
          check(number, before + text + after, .mobile)
        }
      }
    }
  }

  @Test func residentNumbers() {
    var random = SeededGenerator(seed: 23)
    for shape in NumberFormsTests.resident {
      for seam in shape.count == 1 ? [""] : NumberFormsTests.seams {
        for (before, after) in NumberFormsTests.around {
          let number = NumberFormsTests.residentNumber(&random)
          let text = NumberFormsTests.written(number, shape, seam, isWide: random.below(4) == 0)
          check(number, before + text + after, .residentID)
        }
      }
    }
  }

  /// Hexadecimal digests and UUIDs hold eleven digits in a row often enough.
  @Test func digestsAreNoNumbers() {
    var random = SeededGenerator(seed: 24)
    var scanner = PersonalDataScanner(latest: Day(year: 2026, month: 11, day: 1)!)
    for _ in 0..<20_000 {
      let digest = (0..<64).map { _ in String(random.below(16), radix: 16) }.joined()
      // The last group in digits alone but for a letter, as one UUID in some thousand has it.
      let digits = (0..<9).map { _ in "\(random.below(10))" }.joined()
      let (start, middle) = (digest.prefix(8), digest.suffix(3))
      let uuid = "\(start)-\(digest.prefix(4))-4\(middle)-a\(middle)-1\(3 + random.below(7))\(digits)e"
      for text in [digest, uuid] {
        #expect(scanner.leaks(in: text) == [], "\(text)")
      }
    }
  }
}
