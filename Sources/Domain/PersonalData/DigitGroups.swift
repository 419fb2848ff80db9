/// The groups of digits from one place of a text on: `138 1234 5678` are three. Memory that is used again.
struct DigitGroups {
  /// Groups that a number is written in at most, and digits of it.
  private static let limits = (groups: 18, digits: 18, separators: 3)

  private(set) var digits: [UInt8] = []
  /// Digits up to the end of each group, the byte behind it, and what stands before the group.
  private(set) var groups: [(count: Int, end: Int, before: TextSigns.Separator?)] = []

  /// Where the first run of digits ends, however long it is.
  private(set) var firstEnd = 0

  init() {
    digits.reserveCapacity(DigitGroups.limits.digits + 1)
    groups.reserveCapacity(DigitGroups.limits.groups)
  }

  /// Reads on from `start`, where a digit begins.
  mutating func read(_ text: TextSigns.Bytes, _ start: Int, _ end: Int) {
    digits.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    var at = start
    var before: TextSigns.Separator?
    while true {
      while case let digit = TextSigns.digit(text, at, end), digit.width > 0 {
        at += digit.width
        if digits.count <= DigitGroups.limits.digits { digits.append(digit.value) }
        at = DigitGroups.behindInvisible(text, at, end)
      }
      if groups.isEmpty { firstEnd = at }
      guard digits.count <= DigitGroups.limits.digits else { return }
      groups.append((digits.count, at, before))
      guard digits.count < DigitGroups.limits.digits, groups.count < DigitGroups.limits.groups,
        let next = DigitGroups.next(text, at, end), TextSigns.digit(text, next.at, end).width > 0
      else { return }
      (at, before) = (next.at, next.separator)
    }
  }

  /// Behind characters that nobody sees, where a digit or the check letter follows them; else `at`.
  private static func behindInvisible(_ text: TextSigns.Bytes, _ at: Int, _ end: Int) -> Int {
    var place = at
    while case let width = TextSigns.invisible(text, place, end), width > 0 { place += width }
    let isInside =
      place > at && (TextSigns.digit(text, place, end).width > 0 || TextSigns.checkLetter(text, place, end) > 0)
    return isInside ? place : at
  }

  /// What is behind the separators at `at`; nil where none stand there.
  static func next(_ text: TextSigns.Bytes, _ at: Int, _ end: Int) -> (at: Int, separator: TextSigns.Separator)? {
    var place = at
    var kind: TextSigns.Separator?
    for _ in 0..<limits.separators {
      while case let width = TextSigns.invisible(text, place, end), width > 0 { place += width }
      guard let found = TextSigns.separator(text, place, end) else { break }
      place += found.width
      // Of ` - ` the hyphen counts.
      kind = kind.map { $0 == .space ? found.kind : $0 } ?? found.kind
    }
    return kind.map { (place, $0) }
  }

  /// The digits of the group that ends before the separators before `at`, the last first; empty where there is none.
  static func previous(_ text: TextSigns.Bytes, _ at: Int) -> (digits: [UInt8], separator: TextSigns.Separator)? {
    var start = at
    return previous(text, at, &start)
  }

  /// - Parameter start: becomes where the group begins.
  static func previous(
    _ text: TextSigns.Bytes, _ at: Int, _ start: inout Int
  ) -> (digits: [UInt8], separator: TextSigns.Separator)? {
    var place = at
    var kind: TextSigns.Separator?
    for _ in 0..<limits.separators {
      guard let found = TextSigns.separator(text, before: place) else { break }
      place -= found.width
      kind = kind.map { $0 == .space ? found.kind : $0 } ?? found.kind
    }
    guard let kind else { return nil }
    var digits: [UInt8] = []
    while digits.count < 8, case let width = TextSigns.digitWidth(text, before: place), width > 0 {
      digits.append(TextSigns.digit(text, place - width, place).value)
      place -= width
    }
    start = place
    return digits.isEmpty ? nil : (digits, kind)
  }

  /// Digits of each of the first `count` groups.
  func lengths(_ count: Int) -> [Int] {
    (0..<count).map { groups[$0].count - ($0 == 0 ? 0 : groups[$0 - 1].count) }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: digits[range].map { $0 + 0x30 }, as: UTF8.self) }
}
