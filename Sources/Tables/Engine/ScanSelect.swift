import Domain
import Warehouse

/// One SELECT for the scans of any number of tables: an expression that several of them have stands there once.
struct ScanSelect {
  /// Where a scan finds its values in a row of the result; nil: NULL.
  struct Layout: Sendable {
    var region: Int?
    var contributor: Int?
    var key: Int?
    var row: Int?
    var column: Int?
    var parts: [Int] = []
    /// For each column of the scan one or two.
    var values: [[Int]] = []
  }

  private let dataset: DatasetView
  private let rows: LeafScan.Rows
  private let condition: Condition?
  private var expressions: [ScanExpression] = []
  private var positions: [String: Int] = [:]
  private(set) var binds: [String: SQLValue] = ["all": .integer(1)]
  /// Whether only the rows with certain keys are read.
  private let isOfSome: Bool

  /// SQLite allows 2,000 columns; a scan is not cut.
  static let limit = 1500

  /// - Parameters:
  ///   - first: the scan whose source this one reads.
  ///   - keys: of the rows that are read; nil: all.
  init(_ first: LeafScan, keys: [String]? = nil) {
    dataset = first.dataset
    rows = first.rows
    condition = first.condition
    isOfSome = keys != nil
    if let keys { binds["keys"] = .text(JSONTexts.array(keys)) }
  }

  var isFull: Bool { expressions.count > ScanSelect.limit }

  /// Adds what a scan needs.
  mutating func add(_ scan: LeafScan) -> Layout {
    binds.merge(scan.binds) { first, _ in first }
    var layout = Layout()
    layout.region = dataset.roles.region.map { position(ScanExpression($0)) }
    if case .field(let name)? = dataset.roles.contributor { layout.contributor = position(ScanExpression(name)) }
    if dataset.column("entry") != nil { layout.key = position(ScanExpression("entry")) }
    switch scan.rows {
    case .total: break
    case .by(let axis):
      let row = ScanExpression.Piece.condition(axis)
      layout.row = position(ScanExpression([row]))
      layout.parts = scan.parts.compactMap(\.part).map { part in
        let parent = part.parent.replacing("'", with: "''")
        return position(
          ScanExpression([
            .text("("), row, .text(" = '\(parent)' AND "), .condition(part.condition), .text(") IS TRUE"),
          ]))
      }
    case .each: layout.row = position(ScanExpression("each_value.value"))
    }
    layout.column = scan.across.map { position(ScanExpression([.condition($0)])) }
    layout.values = scan.columns.map { $0.expressions.map { position($0) } }
    return layout
  }

  private mutating func position(_ expression: ScanExpression) -> Int {
    let text = expression.text
    if let known = positions[text] { return known }
    positions[text] = expressions.count
    expressions.append(expression)
    return expressions.count - 1
  }

  /// The SELECT.
  ///
  /// - Throws: what the connection says of SQL that is wrong.
  func sql(_ connection: DatasetConnection) throws -> SQLText {
    var sql = SQLText()
    sql.append("SELECT ")
    for (number, expression) in expressions.enumerated() {
      if number > 0 { sql.append(",\n  ") }
      expression.append(to: &sql)
    }
    if expressions.isEmpty { sql.append("1") }
    sql.append("\nFROM ")
    if case .each(let axis) = rows {
      // A list field, as its file was checked to say.
      sql.append("\(dataset.name), json_each(\(axis.sql)) AS each_value")
      appendCondition(to: &sql)
      return sql
    }
    // With a LIMIT and a WHERE that must be looked at SQLite computes the fields of a row once, and not again wherever an
    // expression names them: dates and codes are made by functions.
    let used = try usedColumns(connection)
    sql.append("(SELECT \(used.isEmpty ? "1" : used.joined(separator: ", ")) FROM \(dataset.name)")
    appendCondition(to: &sql)
    sql.append(" LIMIT -1) AS \(dataset.name)\nWHERE :all")
    return sql
  }

  private func appendCondition(to sql: inout SQLText) {
    if isOfSome { sql.append("\nWHERE entry IN (SELECT value FROM json_each(:keys))") }
    guard let condition else { return }
    sql.append(isOfSome ? " AND " : "\nWHERE ")
    sql.append(condition)
  }

  /// In the order of the dataset.
  private func usedColumns(_ connection: DatasetConnection) throws -> [String] {
    var used: Set<String> = []
    for expression in expressions {
      for condition in expression.conditions {
        used.formUnion(try connection.check(condition, of: dataset.name).datasets[dataset.name] ?? [])
      }
      // Fields that the program names itself stand alone.
      if expression.conditions.isEmpty { used.insert(expression.text) }
    }
    return dataset.columns.map(\.name).filter(used.contains)
  }
}
