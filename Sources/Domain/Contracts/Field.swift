/// One field of a contract: what an export may call it, what it holds, and the columns it becomes.
public struct Field: Sendable {
  /// Canonical name, as in a source file's `columns:`.
  public let name: String
  public let kind: FieldKind
  /// Header names met in real exports, the Chinese standard name first.
  public let aliases: [String]
  /// A row without it is rejected; a file without such a column is refused.
  public let isRequired: Bool
  /// What the field means, in Chinese, for the data dictionary.
  public let note: String

  public init(_ name: String, _ kind: FieldKind, _ aliases: [String], required: Bool = false, note: String = "") {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.isRequired = required
    self.note = note
  }

  /// Name in Chinese: the first alias.
  public var label: String { aliases.first ?? name }
}

/// The type of a field. Everything but text becomes one or more integers.
public enum FieldKind: Sendable, Equatable {
  /// Stored as text, at most `max` characters.
  case text(max: Int)
  /// Part of the business key: text of at most 64 characters, no blanking.
  case key
  /// A unit that reports (platform, office): text held in a dictionary.
  case unit
  /// The employer's name; with the credit code it names the employer in the dictionary.
  case employerName
  /// 统一社会信用代码, check character MOD 31.
  case creditCode
  /// A code of the code list `list`; `allowsNone`: 不限/无要求 is a value (0).
  case code(list: String, allowsNone: Bool)
  /// A place: code or name of GB/T 2260.
  case region
  /// 招聘人数: 1...9999, with 若干 and 招N人.
  case openings
  /// A whole number within the range.
  case integer(ClosedRange<Int>)
  case date
  /// Date and time, in seconds; missing: the row's main date.
  case timestamp
  /// A pay text; becomes `<name>_low`, `<name>_high`, `<name>_state`, `<name>_months`.
  case pay
  /// One limit of the pay in CNY a month.
  case payAmount
  /// An age requirement text; becomes `age_low`, `age_high`.
  case age
  /// Years of experience asked for; 0 none needed.
  case experience
  /// A resident ID: checked, turned into a pseudonym, dropped. Becomes `<name>`, and gives birth and sex.
  case person
  /// 出生年月: a day (the first of the month where only the month is given).
  case birth
  /// 是/否.
  case flag
  /// Recognised, never stored (a person's name).
  case dropped

  /// The integer columns that the field `name` becomes; none for text.
  public func columns(of name: String) -> [String] {
    switch self {
    case .text, .key, .unit, .employerName, .creditCode, .dropped: []
    case .pay: ["\(name)_low", "\(name)_high", "\(name)_state", "\(name)_months"]
    case .age: ["\(name)_low", "\(name)_high"]
    default: [name]
    }
  }

  /// True where the value is kept as text.
  public var isText: Bool {
    switch self {
    case .text, .key, .unit, .employerName, .creditCode: true
    default: false
    }
  }
}
