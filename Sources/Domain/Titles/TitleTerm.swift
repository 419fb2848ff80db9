/// A text that says an occupation wherever it stands in a title.
public struct TitleTerm: Sendable, Hashable {
  /// Where a term comes from: of two that fit alike the first counts.
  public enum Source: Int, Sendable, CaseIterable {
    /// What the analysts of this place have added.
    case local
    /// What people write in advertisements.
    case market
    /// The official name.
    case name
    /// Another name of the list of occupations.
    case alias

    /// What it adds to the length of a match.
    var bonus: Double {
      switch self {
      case .local: 0.4
      case .market: 0.3
      case .name: 0.2
      case .alias: 0
      }
    }

    /// In Chinese.
    public var label: String {
      switch self {
      case .local: "本地词"
      case .market: "市场词"
      case .name: "职业名称"
      case .alias: "别名"
      }
    }
  }

  /// As the table has it; `*`: anything between.
  public let text: String
  /// `CodeNumber` of an occupation of any level.
  public let code: Int
  public let source: Source
  /// The same in every edition of the tables, whatever stands around it.
  public let id: Int

  init(_ text: String, code: Int, source: Source) {
    self.text = text
    self.code = code
    self.source = source
    id = TitleTerm.id(text)
  }

  /// 40 bits of FNV-1a: ten thousand terms hardly meet, and what is stored beside each posting stays small.
  static func id(_ text: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int((hash >> 24) ^ (hash & 0xFF_FFFF)) & 0xFF_FFFF_FFFF
  }
}

/// The noun that a title ends with, where words before it decide what it means: 工程师, 老师, 维修.
public struct TitleHead: Sendable, Hashable {
  public let text: String
  /// What it means alone; nil: nothing.
  public let code: Int?
  /// Codes that a word before it may give, and what they mean with this head (`4-13-04:2-08`).
  public let domains: [Domain]
  public let id: Int

  public struct Domain: Sendable, Hashable {
    let within: Int
    let becomes: Int?
  }

  init(_ text: String, code: Int?, domains: [Domain]) {
    self.text = text
    self.code = code
    self.domains = domains
    id = TitleTerm.id(text)
  }

  /// What a word of `code` before the head makes of it; nil where the head knows no such field.
  func code(of domain: Int) -> Int? {
    for one in domains where OccupationNumber.isWithin(domain, one.within) { return one.becomes ?? domain }
    return nil
  }
}

/// Levels of the numbers of occupations: 16 is 大类 6, 16180204 细类 6-18-02-04.
public enum OccupationNumber {
  /// 1 大类, 2 中类, 3 小类, 4 细类.
  public static func level(_ number: Int) -> Int {
    switch number {
    case ..<100: 1
    case ..<10_000: 2
    case ..<1_000_000: 3
    default: 4
    }
  }

  /// The number of the 大类 above.
  public static func major(_ number: Int) -> Int {
    var number = number
    while number >= 100 { number /= 100 }
    return number
  }

  /// Whether a number is another one or lies below it.
  static func isWithin(_ number: Int, _ above: Int) -> Bool {
    var number = number
    while number > above, number >= 100 { number /= 100 }
    return number == above
  }
}
