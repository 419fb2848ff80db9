import Domain
import Warehouse

/// Brings the codes of titles in line with tables that have changed: from the stored titles, so that no export is read
/// again. A code that was given stays.
public struct TitleRecode {
  private let db: Database
  private let layout: FactLayout
  private let field: String
  private let title: String
  private let coder: TitleCoder
  private let homeRegion: String?
  private let crossTables: CrossTables

  /// Versions that are looked at in one go.
  private static let step = 100_000

  /// - Parameters: as for `FileLoader`.
  /// - Returns: nil where the dataset codes no title of a field that it keeps.
  public init?(_ db: Database, _ contract: Contract, coder: TitleCoder, homeRegion: String?, crossTables: CrossTables) {
    guard let coded = contract.codedTexts.first else { return nil }
    (field, title) = coded
    (self.db, self.coder, self.homeRegion, self.crossTables) = (db, coder, homeRegion, crossTables)
    layout = FactLayout(contract)
  }

  /// Name of the setting that says which tables the codes of a dataset were made by.
  private var setting: String { "titles \(layout.contract.name)" }

  /// Codes all titles anew where the tables are others than last time.
  ///
  /// - Parameter uncoded: sources whose titles are not coded.
  /// - Returns: rows whose code or reason is another one now.
  public func run(except uncoded: [String]) throws -> Int {
    let former = try Ledger.setting(db, setting, default: coder.digest)
    guard former != coder.digest else { return 0 }
    let axes = try CubeRecount.axes(db, of: layout.contract, homeRegion: homeRegion)
    var cubes = try CubeUpdate(layout, axes: axes, homeRegion: homeRegion, crossTables: crossTables)
    var moves: [Move: Int] = [:]
    let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM \(layout.table.versions)") ?? 0
    let files = try Set(
      Row.fetchAll(db, sql: "SELECT id, source FROM file").filter { uncoded.contains($0[1] as String) }
        .map { $0[0] as Int })
    var changed = 0
    for start in stride(from: 0, through: last, by: TitleRecode.step) {
      let rows = try changes(start + 1, start + TitleRecode.step, except: files)
      for row in rows { moves[Move(file: row.file, from: row.former, to: row.reading.basis.rawValue), default: 0] += 1 }
      try apply(rows, &cubes)
      changed += rows.count
    }
    try cubes.flush(db)
    for (move, count) in moves { try CodedRows.move(db, file: move.file, field: field, move.from, move.to, count) }
    try Ledger.set(db, setting, coder.digest)
    return changed
  }

  private struct Move: Hashable {
    let file: Int
    let from: Int
    let to: Int
  }

  /// A row that is to be coded otherwise.
  private struct Change {
    let id: Int
    let file: Int
    let former: Int
    let isCurrent: Bool
    let reading: TitleReading
  }

  private func changes(_ first: Int, _ last: Int, except files: Set<Int>) throws -> [Change] {
    let statement = try BulkStatement(
      db,
      """
      SELECT id, file, \(field)_basis, coalesce(\(field), -1), coalesce(\(field)_rule, 0), coalesce(\(field)_term, 0),
        \(layout.table.isCurrent)
      FROM \(layout.table.versions)
      WHERE id BETWEEN \(first) AND \(last) AND \(field)_basis > \(TitleBasis.given.rawValue)
      """)
    var ids: [Int] = []
    var rows: [[Int]] = []
    while try statement.step() {
      guard !files.contains(statement.integer(1)) else { continue }
      ids.append(statement.integer(0))
      rows.append((1...6).map { statement.integer($0) })
    }
    var result: [Change] = []
    try eachTitle(ids) { place, text in
      var text = text
      let reading = text.withUTF8(coder.remembered)
      let row = rows[place]
      let isSame =
        row[1] == reading.basis.rawValue && row[2] == reading.counted ?? -1 && row[3] == reading.rule.rawValue
        && row[4] == reading.term
      if !isSame {
        result.append(
          Change(id: ids[place], file: row[0], former: row[1], isCurrent: row[5] == 1, reading: reading))
      }
    }
    return result.sorted { $0.id < $1.id }
  }

  private func eachTitle(_ ids: [Int], _ body: (Int, String) -> Void) throws {
    guard layout.table.keys.contains(title) else {
      return try TextSweep(db, dataset: layout.table.name).read([title], of: ids) { place, _, text in body(place, text)
      }
    }
    for (place, id) in ids.enumerated() {
      let sql = "SELECT \(title) FROM \(layout.table.versions) WHERE id = ?"
      if let text = try String.fetchOne(db, sql: sql, arguments: [id]) { body(place, text) }
    }
  }

  private func apply(_ changes: [Change], _ cubes: inout CubeUpdate) throws {
    let places = ["", "_basis", "_rule", "_term"].compactMap { layout.place(field + $0) }
    for change in changes {
      let decoded = CodeField.decoded(change.reading).values
      let values = [decoded.0, decoded.1, decoded.2, decoded.3]
      if change.isCurrent {
        let statement = try BulkStatement(
          db, "SELECT \(layout.table.columnList) FROM \(layout.table.versions) WHERE id = \(change.id)")
        guard try statement.step() else { continue }
        var row = layout.row(statement)
        row.withView(layout.firstOwn) { cubes.apply($0, sign: -1) }
        for (place, value) in zip(places, values) { row.values[place] = value }
        row.withView(layout.firstOwn) { cubes.apply($0, sign: 1) }
        try cubes.flushIfLarge(db)
      }
      let arguments: [(any StoredValue)?] = values.map { $0 == RowValues.missing ? nil : $0 } + [change.id]
      try db.execute(
        sql: """
          UPDATE \(layout.table.versions)
          SET \(field) = ?, \(field)_basis = ?, \(field)_rule = ?, \(field)_term = ? WHERE id = ?
          """, arguments: StatementArguments(arguments))
    }
  }
}
