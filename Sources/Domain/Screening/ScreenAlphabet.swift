/// The characters that patterns tell apart, numbered; all others are one of a few kinds.
///
/// A text becomes numbers once, through one table of 65,536 entries that folds at the same time; patterns and anchors run
/// on the numbers.
struct ScreenAlphabet: Sendable {
  /// What a character is.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    static let han = Kinds(rawValue: 1)
    static let letter = Kinds(rawValue: 2)
    static let digit = Kinds(rawValue: 4)
    /// Ends a clause: `,` `;` `。` and those that end a sentence.
    static let clauseEnd = Kinds(rawValue: 8)
    /// Ends a sentence.
    static let sentenceEnd = Kinds(rawValue: 16)
    /// Neither word nor number: `、` `(` `:` and those that end something.
    static let mark = Kinds(rawValue: 32)
    /// Falls away between two Han characters: `-` `/` `|` `*` `.`.
    static let joiner = Kinds(rawValue: 64)
  }

  /// Numbers that the table gives to what is no character.
  static let dropped: UInt16 = 0xFFFF
  static let blank: UInt16 = 0xFFFE
  static let lineBreak: UInt16 = 0xFFFD
  /// Characters that no pattern names.
  static let otherHan: UInt16 = 0
  static let otherLetter: UInt16 = 1
  static let otherMark: UInt16 = 2
  /// A blank between two numbers, which are not to become one.
  static let gap: UInt16 = 3
  private static let first = 4

  /// By number.
  let kinds: [Kinds]
  let numbers: [UInt16: UInt16]
  /// By the code of a character: its number, or what it becomes.
  let table: [UInt16]

  var count: Int { kinds.count }

  /// - Parameter used: characters of all patterns, folded.
  init(fold: CharacterFold, used: Set<UInt16>) {
    var kinds: [Kinds] = [.han, .letter, .mark, .mark]
    var numbers: [UInt16: UInt16] = [:]
    let always = Set("0123456789,;.:()!?-/|*\"、。…+<>=%".unicodeScalars.map { UInt16($0.value) })
    for value in used.union(always).sorted() {
      numbers[value] = UInt16(kinds.count)
      kinds.append(ScreenAlphabet.kinds(of: value))
    }
    self.kinds = kinds
    self.numbers = numbers
    table = (0...UInt16.max).map { value in
      switch fold.folded(UInt32(value)) {
      case .dropped: ScreenAlphabet.dropped
      case .blank: ScreenAlphabet.blank
      case .lineBreak: ScreenAlphabet.lineBreak
      case .character(let folded): numbers[folded] ?? ScreenAlphabet.other(folded)
      }
    }
  }

  private static func other(_ value: UInt16) -> UInt16 {
    let kinds = kinds(of: value)
    return kinds.contains(.han) ? otherHan : kinds.contains(.letter) ? otherLetter : otherMark
  }

  static func kinds(of value: UInt16) -> Kinds {
    switch value {
    case 0x30...0x39: return .digit
    case 0x61...0x7A: return .letter
    case 0x2C, 0x3B: return [.mark, .clauseEnd]
    case 0x3002, 0x21, 0x3F, 0x2026: return [.mark, .clauseEnd, .sentenceEnd]
    case 0x2D, 0x2F, 0x7C, 0x2A, 0x2E: return [.mark, .joiner]
    case 0x3007, 0x3400...0x9FFF: return .han
    case 0xC0...0x24F, 0x370...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3: return .letter
    default: return .mark
    }
  }
}
