import Domain
import Warehouse

/// The columns of a contract's fact table: those the loader derives, then the contract's own.
public struct FactLayout: Sendable {
  let contract: Contract
  public let table: FactTable
  private let places: [String: Int]
  /// Slots of the texts that stand in the row itself, those of the business key among them.
  let keySlots: [Int]
  /// Slots of the texts that stand in blocks.
  let textSlots: [Int]

  public init(_ contract: Contract) {
    self.contract = contract
    var derived: [String] = []
    var keys: [String] = []
    var texts: [String] = []
    for field in contract.fields {
      switch field.kind.text {
      case .unit: derived.append("unit")
      case .employerName: derived.append("employer")
      case .key: keys.append(field.name)
      // The code of the employer stands in the dictionary.
      case .creditCode where field.name == contract.employer?.code: break
      case .plain, .creditCode: if field.keep == .row { keys.append(field.name) } else { texts.append(field.name) }
      case nil: break
      }
    }
    if contract.lifeDays != nil { derived.append("ends_on") }
    if contract.roles.copies != nil { derived += ["copy_group", "is_copy", "is_repost"] }
    table = FactTable(name: contract.name, integers: derived + contract.integerColumns, keys: keys, texts: texts)
    keySlots = keys.map(contract.textSlot)
    textSlots = texts.map(contract.textSlot)
    places = Dictionary(uniqueKeysWithValues: table.numbers.enumerated().map { ($0.element, $0.offset) })
    firstOwn = FactTable.fixed.count + derived.count
  }

  /// The current row of a statement that selects `table.columnList`.
  func row(_ statement: borrowing BulkStatement) -> FactRow {
    FactRow(values: table.numbers.indices.map { statement.integer($0) })
  }

  /// Calls `body` with every current row.
  func eachRow(_ db: Database, _ body: (FactView) throws -> Void) throws {
    let rows = try BulkStatement(db, "SELECT \(table.columnList) FROM \(table.name)")
    while try rows.step() { try row(rows).withView(firstOwn, body) }
  }

  /// Place of the contract's first integer column.
  let firstOwn: Int

  /// Place of a column in a fact row; nil where the dataset has none.
  func place(_ column: String) -> Int? { places[column] }
}

/// One row of a fact table, as integers in the order of `FactLayout.table.numbers`.
struct FactRow: Sendable {
  var values: [Int]

  static let id = 0
  static let key = 1
  static let keyCheck = 2
  static let content = 3
  static let file = 4
  static let line = 5

  subscript(place: Int?) -> Int? {
    guard let place, values[place] != RowValues.missing else { return nil }
    return values[place]
  }

  /// Calls `body` with the row as the contributions read it.
  func withView<Result>(_ firstOwn: Int, _ body: (FactView) throws -> Result) rethrows -> Result {
    try values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { preconditionFailure("a fact row has columns") }
      return try body(FactView(derived: base, own: base + firstOwn, firstOwn: firstOwn))
    }
  }
}

/// A fact row in two pieces of memory: the derived columns, and the contract's own as they were decoded.
struct FactView {
  let derived: UnsafePointer<Int>
  let own: UnsafePointer<Int>
  let firstOwn: Int

  @inline(__always)
  subscript(place: Int) -> Int? {
    let value = place < firstOwn ? derived[place] : own[place - firstOwn]
    return value == RowValues.missing ? nil : value
  }

  /// The value of an optional column; nil too where the dataset has no such column.
  @inline(__always)
  subscript(place: Int?) -> Int? { place.flatMap { self[$0] } }
}
