import Foundation

/// A title as scalars that the tables can be looked up by: NFKC, lower case, no blanks but between Latin words.
struct TitleText {
  /// The words of the title outside brackets.
  private(set) var outer: [UInt32] = []
  /// What stands in brackets, bracket by bracket.
  private(set) var bracketed: [[UInt32]] = []
  /// Longest title that is looked at; what follows is a description.
  static let limit = 100

  init(_ title: String) {
    let scalars = TitleText.folded(title)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if let close = TitleText.brackets[scalar] {
        // A bracket that nothing closes is a mark like others.
        if let end = scalars[(index + 1)...].firstIndex(of: close) {
          let inner = scalars[(index + 1)..<end].filter { TitleText.brackets[$0] == nil }
          if !inner.isEmpty { bracketed.append(TitleText.spaced(inner)) }
          index = end + 1
          continue
        }
        outer.append(TitleText.mark)
      } else {
        outer.append(TitleText.closing.contains(scalar) ? TitleText.mark : scalar)
      }
      index += 1
    }
    outer = TitleText.spaced(outer)
  }

  /// Parts a title into jobs, and stands for what is no letter.
  static let mark = UInt32(UInt8(ascii: "/"))
  static let blank = UInt32(UInt8(ascii: " "))

  private static let brackets: [UInt32: UInt32] = Dictionary(
    uniqueKeysWithValues: ["()", "[]", "{}", "<>", "【】", "《》", "〈〉", "「」", "『』", "〔〕", "“”", "〖〗"].map {
      let pair = $0.unicodeScalars.map(\.value)
      return (pair[0], pair[1])
    })
  private static let closing = Set(brackets.values)

  /// The scalars of a term as tables hold it.
  static func scalars(of term: String) -> [UInt32] { spaced(folded(term)) }

  static func string(_ scalars: some Sequence<UInt32>) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  private static func folded(_ text: String) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(32)
    for scalar in text.unicodeScalars {
      guard let simple = simple(scalar.value) else {
        // Whatever else a title is written in: composed once, the slow way.
        return text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.prefix(limit)
          .compactMap { simple($0.value) ?? $0.value }.filter { $0 != 0 }
      }
      if simple != 0 { result.append(simple) }
      if result.count == limit { break }
    }
    return result
  }

  /// What NFKC and lower case make of the scalars that most titles consist of; 0: dropped; nil: another one.
  private static func simple(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x4E28, 0x4E36: mark
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: value
    case 0x41...0x5A: value + 0x20
    case 0x21...0x7E: value
    case 0x00...0x20, 0xA0, 0x3000: blank
    case 0xFF21...0xFF3A: value - 0xFEE0 + 0x20
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0x2010...0x2015, 0x2212: UInt32(UInt8(ascii: "-"))
    case 0x200B...0x200F, 0xFEFF, 0xFE0F: 0
    case 0x201C, 0x201D, 0x3008...0x3011, 0x3014...0x3017: value
    case 0x2026, 0xB7, 0x2022, 0x3001, 0x3002, 0x30FB, 0xFFFD: mark
    default: nil
    }
  }

  /// Blanks within Latin words stay one blank; beside a mark they go; between Chinese words they part jobs.
  private static func spaced(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      guard scalars[index] == blank else {
        result.append(scalars[index])
        index += 1
        continue
      }
      while index < scalars.count, scalars[index] == blank { index += 1 }
      guard let last = result.last, index < scalars.count else { continue }
      if isLetter(last), isLetter(scalars[index]) { result.append(blank) }
      if isHan(last), isHan(scalars[index]), !isSpacedOut(scalars, from: index, result) { result.append(mark) }
    }
    return result
  }

  /// Whether a blank stands beside a single character: 普 工 is one word that was spaced out.
  private static func isSpacedOut(_ scalars: [UInt32], from index: Int, _ before: [UInt32]) -> Bool {
    let isShortAhead = index + 1 == scalars.count || !isHan(scalars[index + 1])
    let isShortBehind = before.count == 1 || !isHan(before[before.count - 2])
    return isShortAhead || isShortBehind
  }

  /// ASCII letters, digits and the signs that belong to names such as c++, c# and .net.
  static func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || (0x30...0x39).contains(scalar)
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
  static func isHan(_ scalar: UInt32) -> Bool { scalar >= 0x3400 && scalar <= 0x9FFF }

  /// True where jobs of a title end: `/`, `,`, `|`, `+`, a dash. Signs within Latin names do not part them.
  static func parts(_ text: [UInt32], at index: Int) -> Bool {
    let scalar = text[index]
    guard scalar < 0x80, !isLetter(scalar), scalar != blank else { return false }
    let before = index > 0 ? text[index - 1] : 0
    let after = index + 1 < text.count ? text[index + 1] : 0
    switch UInt8(scalar) {
    case UInt8(ascii: "+"): return !(before == UInt32(UInt8(ascii: "c")) || before == scalar)
    case UInt8(ascii: "#"): return before != UInt32(UInt8(ascii: "c"))
    case UInt8(ascii: "."): return !isLetter(after)
    case UInt8(ascii: "-"), UInt8(ascii: "&"): return !(isLetter(before) && isLetter(after))
    default: return true
    }
  }
}
