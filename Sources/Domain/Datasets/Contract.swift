/// The canonical form of a dataset, as a file under `Pipelines/datasets` declares it.
public struct Contract: Sendable {
  /// `postings`; also the name of the table.
  public let name: String
  public let title: Label
  /// The fields, and where their values stand in a row.
  public let layout: RowLayout
  /// Fields that make the business key.
  public let key: [String]
  /// What parts the fields play.
  public let roles: Roles
  public let checks: [any RowCheck]
  /// Days a row stays valid where neither a closing nor a validity date is given (F1); nil where rows do not expire.
  public let lifeDays: Int?
  /// Rows that no public table may count.
  public let neverPublic: Condition?
  /// Fields whose texts rules for postings look at, the title first; empty: none.
  public let screened: [String]

  public init(
    name: String, title: Label, key: [String], roles: Roles, lifeDays: Int? = nil, neverPublic: Condition? = nil,
    screened: [String] = [], fields: [Field], checks: [any RowCheck] = []
  ) {
    self.name = name
    self.title = title
    layout = RowLayout(fields)
    self.key = key
    self.roles = roles
    self.checks = checks
    self.lifeDays = lifeDays
    self.neverPublic = neverPublic
    self.screened = screened
  }

  public var fields: [Field] { layout.fields }
  public var integerColumns: [String] { layout.integerColumns }
  public var textColumns: [String] { layout.textColumns }
  public var integerSlots: [String: Int] { layout.integerSlots }
  public var textSlots: [String: Int] { layout.textSlots }

  /// Name in Chinese.
  public var label: String { title.zh }

  public func field(_ name: String) -> Field? { layout.field(name) }

  /// The first field whose text is of this use; nil where there is none.
  public func field(_ use: FieldStorage.TextUse) -> Field? { fields.first { $0.kind.text == use } }

  /// Whether an occupation of its rows may be coded from a title.
  public var codesTitles: Bool { fields.contains { ($0.kind as? CodeField)?.origin != nil } }

  /// Fields that are coded from the texts of other fields, with these.
  public var codedTexts: [(field: String, text: String)] {
    fields.compactMap { field in
      guard case .field(let text)? = (field.kind as? CodeField)?.origin else { return nil }
      return (field.name, text)
    }
  }

  /// Integer columns that a field becomes.
  public func columns(of name: String) -> [String] { layout.columns(of: name) }

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
