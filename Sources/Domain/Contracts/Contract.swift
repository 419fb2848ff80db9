/// The canonical form of a dataset. Adding a field is one row in the contract's list and one column in a migration.
public struct Contract: Sendable {
  /// `postings`, `seekers`, `placements`, `archives`; also the name of the table.
  public let name: String
  public let label: String
  /// Number of the dataset in the cubes.
  public let number: Int
  public let fields: [Field]
  /// Fields that make the business key.
  public let key: [String]
  /// The date that places a row in a period.
  public let mainDate: String
  public let checks: [RowCheck]
  /// Days a row stays valid where neither a closing nor a validity date is given (F1); nil where rows do not expire.
  public let lifeDays: Int?

  public init(
    name: String, label: String, number: Int, key: [String], mainDate: String, lifeDays: Int? = nil, fields: [Field],
    checks: [RowCheck]
  ) {
    self.name = name
    self.label = label
    self.number = number
    self.fields = fields
    self.key = key
    self.mainDate = mainDate
    self.checks = checks
    self.lifeDays = lifeDays
    var integers: [String: Int] = [:]
    var texts: [String: Int] = [:]
    for field in fields {
      for column in field.kind.columns(of: field.name) { integers[column] = integers.count }
      if field.kind.isText { texts[field.name] = texts.count }
    }
    integerSlots = integers
    textSlots = texts
    integerColumns = fields.flatMap { $0.kind.columns(of: $0.name) }
    textColumns = fields.filter(\.kind.isText).map(\.name)
  }

  /// Place of each integer column in a decoded row.
  public let integerSlots: [String: Int]
  /// Place of each text field in a decoded row.
  public let textSlots: [String: Int]

  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Integer columns that a field becomes.
  public func columns(of name: String) -> [String] { field(name)?.kind.columns(of: name) ?? [] }

  /// Slot of the reporting unit's name; nil where rows have none.
  public var unitText: Int? { fields.first { $0.kind == .unit }.flatMap { textSlots[$0.name] } }

  /// Integer columns in slot order.
  public let integerColumns: [String]
  /// Text fields in slot order.
  public let textColumns: [String]

  /// The contracts there are.
  public static let all: [Contract] = [.postings, .seekers, .placements, .archives, .experts]

  public static func named(_ name: String) -> Contract? { all.first { $0.name == name } }

  /// Slot of an integer column that the contract is known to have.
  public func slot(_ column: String) -> Int {
    guard let slot = integerSlots[column] else { preconditionFailure("\(name) has no integer column \(column)") }
    return slot
  }

  /// Slot of a text field that the contract is known to have.
  public func textSlot(_ field: String) -> Int {
    guard let slot = textSlots[field] else { preconditionFailure("\(name) has no text field \(field)") }
    return slot
  }
}

/// The integers of one decoded row, by slot; nil where there is no value.
public struct RowValues: Sendable {
  /// Stands for "no value" within the flat arrays.
  public static var missing: Int { Int.min }

  public var integers: [Int]

  public init(count: Int) { integers = Array(repeating: RowValues.missing, count: count) }

  /// Empties all slots.
  public mutating func clear() { for slot in integers.indices { integers[slot] = RowValues.missing } }

  public subscript(slot: Int) -> Int? {
    get { integers[slot] == RowValues.missing ? nil : integers[slot] }
    set { integers[slot] = newValue ?? RowValues.missing }
  }
}

/// A check over several fields of one row; it may empty fields. Returns what it found.
public struct RowCheck: Sendable {
  public typealias Body = @Sendable (inout RowValues, RowContext) -> [Problem]

  /// Looks the fields up once, so that the check itself works on slots.
  public let bind: @Sendable (Contract) -> Body

  public init(_ bind: @escaping @Sendable (Contract) -> Body) { self.bind = bind }
}

/// What a check may know beside the row.
public struct RowContext: Sendable {
  /// The day of the run: rows dated later than the day after are refused.
  public let today: Day

  public init(today: Day) { self.today = today }
}
