/// The canonical form of a dataset, as a file under `Pipelines/datasets` declares it.
public struct Contract: Sendable {
  /// `postings`; also the name of the table.
  public let name: String
  public let title: Label
  public let fields: [Field]
  /// Fields that make the business key.
  public let key: [String]
  /// What parts the fields play.
  public let roles: Roles
  public let checks: [any RowCheck]
  /// Days a row stays valid where neither a closing nor a validity date is given (F1); nil where rows do not expire.
  public let lifeDays: Int?
  /// Rows that no public table may count.
  public let neverPublic: Condition?

  public init(
    name: String, title: Label, key: [String], roles: Roles, lifeDays: Int? = nil, neverPublic: Condition? = nil,
    fields: [Field], checks: [any RowCheck] = []
  ) {
    self.name = name
    self.title = title
    self.fields = fields
    self.key = key
    self.roles = roles
    self.checks = checks
    self.lifeDays = lifeDays
    self.neverPublic = neverPublic
    integerColumns = fields.flatMap(\.columns)
    textColumns = fields.filter { $0.kind.text != nil }.map(\.name)
    integerSlots = Dictionary(uniqueKeysWithValues: integerColumns.enumerated().map { ($0.element, $0.offset) })
    textSlots = Dictionary(uniqueKeysWithValues: textColumns.enumerated().map { ($0.element, $0.offset) })
  }

  /// Integer columns in slot order.
  public let integerColumns: [String]
  /// Text fields in slot order.
  public let textColumns: [String]
  /// Place of each integer column in a decoded row.
  public let integerSlots: [String: Int]
  /// Place of each text field in a decoded row.
  public let textSlots: [String: Int]

  /// Name in Chinese.
  public var label: String { title.zh }

  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The first field whose text is of this use; nil where there is none.
  public func field(_ use: FieldStorage.TextUse) -> Field? { fields.first { $0.kind.text == use } }

  /// Integer columns that a field becomes.
  public func columns(of name: String) -> [String] { field(name)?.columns ?? [] }

  /// Slot of the reporting unit's name; nil where rows have none.
  public var unitText: Int? { field(.unit).flatMap { textSlots[$0.name] } }

  /// The date that places a row in a period.
  public var mainDate: String { roles.start ?? "" }

  /// The time of a row's last change; nil where exports have none.
  public var changedAt: String? { fields.first { $0.kind.reading == .timestamp }?.name }

  /// The name and the credit code that name the employer in the dictionary; nil where rows have no employer's name.
  public var employer: (name: String, code: String?)? {
    field(.employerName).map { ($0.name, field(.creditCode)?.name) }
  }

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
