/// Makes the characters of different pens one: full width, capitals, traditional forms, dashes, brackets. What nobody sees
/// is dropped; what only decorates parts words without being a word.
public struct CharacterFold: Sendable {
  /// What a character becomes.
  enum Result: Equatable {
    case character(UInt16)
    /// Nobody sees it.
    case dropped
    /// A blank, a dot in the middle, an ornament: parts two words, or is put into one to disguise it.
    case blank
    case lineBreak
  }

  /// Other forms of characters: traditional, of radicals and of compatibility, with the form that patterns are written in.
  let variants: [UInt16: UInt16]

  /// - Parameter variants: pairs of a character and the one that it stands for.
  public init(variants: [(Character, Character)]) {
    var known: [UInt16: UInt16] = [:]
    for (from, to) in variants {
      guard let from = from.unicodeScalars.first, let to = to.unicodeScalars.first else { continue }
      guard let from = UInt16(exactly: from.value), let to = UInt16(exactly: to.value) else { continue }
      known[from] = to
    }
    self.variants = known
  }

  /// What the character of this number becomes.
  func folded(_ value: UInt32) -> Result {
    switch value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return .lineBreak
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF:
      return .dropped
    case 0x300...0x36F: return .dropped
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .blank
    case 0xB7, 0x2022...0x2027, 0x30FB, 0xFF65, 0x5F, 0xFF3F, 0x5E, 0x60, 0xFF40, 0xFF3E: return .blank
    // Arrows, frames, ornaments, pictures; not the signs of the sexes and not the dingbats that number a list.
    case 0x2640, 0x329B: return .character(0x5973)
    case 0x2642, 0x329A: return .character(0x7537)
    case 0x2190...0x21FF, 0x2300...0x23FF, 0x2500...0x2775, 0x2794...0x27BF, 0x2B00...0x2BFF, 0x203B, 0xE000...0xF8FF:
      return .blank
    case 0x2460...0x249B, 0x2776...0x2793, 0x3220...0x3243: return .character(CharacterFold.point)
    case 0x10000...: return .blank
    case 0xFF01...0xFF5E: return plain(UInt16(value - 0xFEE0))
    default: return plain(UInt16(value))
    }
  }

  /// Parts one clause from the next: `、`.
  static let point: UInt16 = 0x3001

  private func plain(_ value: UInt16) -> Result {
    switch value {
    case 0x41...0x5A: .character(value + 0x20)
    case 0x7E, 0x2010...0x2015, 0x2212, 0x301C, 0x30FC, 0x4E28: .character(0x2D)
    case 0xFF0C, 0xFE50: .character(0x2C)
    case 0xFF1B: .character(0x3B)
    case 0xFF61, 0x2E: .character(0x2E)
    case 0x3010, 0x3014, 0x3016, 0x300C, 0x300E, 0x3008, 0x300A, 0x5B, 0x7B: .character(0x28)
    case 0x3011, 0x3015, 0x3017, 0x300D, 0x300F, 0x3009, 0x300B, 0x5D, 0x7D: .character(0x29)
    case 0x201C, 0x201D, 0x2018, 0x2019: .character(0x22)
    case 0x2044, 0x2215, 0x5C: .character(0x2F)
    case 0x2223: .character(0x7C)
    default: .character(variants[value] ?? value)
    }
  }
}
