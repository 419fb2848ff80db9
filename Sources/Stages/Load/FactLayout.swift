import Domain
import Warehouse

/// The columns of a contract's fact table: those the loader derives, then the contract's own.
struct FactLayout: Sendable {
  let contract: Contract
  let table: FactTable
  private let places: [String: Int]
  /// Text fields that stand in the text table, with their slot in a decoded row.
  let texts: [(name: String, slot: Int)]

  init(_ contract: Contract) {
    self.contract = contract
    var derived: [String] = []
    var texts: [(String, Int)] = []
    for field in contract.fields where field.kind.isText {
      switch field.kind {
      case .unit: derived.append("unit")
      case .employerName: derived.append("employer")
      case .creditCode: break
      default: texts.append((field.name, contract.textSlot(field.name)))
      }
    }
    if contract.lifeDays != nil { derived.append("ends_on") }
    if contract.textSlots["reposted_from"] != nil { derived += ["copy_group", "is_copy"] }
    table = FactTable(
      name: contract.name, integers: derived + contract.integerColumns, texts: texts.map(\.0),
      indexed: derived.contains("copy_group") ? ["copy_group"] : [])
    self.texts = texts
    places = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($0.element, $0.offset) })
    firstOwn = FactTable.fixed.count + derived.count
  }

  /// The columns of a fact row as a statement names them: those added to an older warehouse stand behind the others.
  var columnList: String { table.columns.joined(separator: ", ") }

  /// The current row of a statement that selects `columnList`.
  func row(_ statement: borrowing BulkStatement) -> FactRow {
    FactRow(values: table.columns.indices.map { statement.integer($0) })
  }

  /// Place of the contract's first integer column.
  let firstOwn: Int

  /// Place of a column in a fact row; nil where the dataset has none.
  func place(_ column: String) -> Int? { places[column] }
}

/// One row of a fact table, as integers in the order of `FactLayout.table.columns`.
struct FactRow: Sendable {
  var values: [Int]

  static let id = 0
  static let keyCheck = 1
  static let content = 2
  static let file = 3
  static let line = 4
  static let texts = 5

  subscript(place: Int) -> Int? {
    let value = values[place]
    return value == RowValues.missing ? nil : value
  }

  /// The value of an optional column; nil too where the dataset has no such column.
  subscript(place: Int?) -> Int? { place.flatMap { self[$0] } }
}
