/// What a table of the bulletin breaks its counts down by; the axes of the cube are named after it.
public enum Dimension: Int, Sendable, CaseIterable {
  case total = 0
  case unit = 1
  case industry = 2
  case ownership = 3
  case occupation = 4
  case category = 5
  case sex = 6
  /// Age in years.
  case age = 7
  case education = 8
  /// Title or skill level: see `levelNumber`.
  case level = 9

  /// Name of the axis of the cube.
  public var name: String { "\(self)" }

  /// The cube's number of a title level (first) or, without one, a skill level; 0 where neither is given or asked for.
  public static func levelNumber(title: Int?, skill: Int?) -> Int {
    if let title, title > 0 { return 2000 + title }
    if let skill, skill > 0 { return 1000 + skill }
    return 0
  }

  /// The age that a posting asks for: the middle of its limits, open ends taken as 16 and 59; 0 where there are none.
  public static func wantedAge(low: Int?, high: Int?) -> Int {
    low == nil && high == nil ? 0 : ((low ?? 16) + (high ?? 59)) / 2
  }

  /// The text that table layouts name a cube's number by: `6-18-01-02`, `C`, `39`, `T1`, `S5`, an age; empty for 0.
  public func text(_ number: Int) -> String {
    guard number != 0 else { return "" }
    switch self {
    case .age, .unit, .total: return "\(number)"
    case .occupation: return CodeNumber.occupationCode(number)
    case .level: return (number >= 2000 ? "T" : "S") + CodeNumber.code(number % 1000)
    case .industry, .ownership, .category, .sex, .education: return CodeNumber.code(number)
    }
  }
}
