import Domain
import Warehouse

/// Counts a cross table anew from the facts: where it is new, or its definition or a code list behind it has changed.
public struct CrossRecount {
  private let db: Database
  private let tables: CrossTables

  public init(_ db: Database, _ tables: CrossTables) {
    self.db = db
    self.tables = tables
  }

  /// Name of the setting that holds the digest of a stored table's definition.
  static func setting(_ table: String) -> String { "cross \(table)" }

  /// Brings the stored tables in line with their definitions; removes those that no pipeline names any more.
  ///
  /// - Returns: the ids of the tables that were counted.
  public func run() throws -> [String] {
    var counted: [String] = []
    let wanted = Dictionary(uniqueKeysWithValues: tables.entries.map { (CrossRecount.setting($0.table.id), $0) })
    for name in try Ledger.settings(db, prefix: CrossRecount.setting("")) where wanted[name] == nil {
      try CrossStore.remove(db, table: String(name.dropFirst(CrossRecount.setting("").count)))
      try Ledger.set(db, name, nil)
    }
    for (name, entry) in wanted.sorted(by: { $0.key < $1.key }) {
      guard try Ledger.setting(db, name) != entry.digest else { continue }
      try CrossStore.remove(db, table: entry.table.id)
      var cells = try CrossRecount.cells(db, entry)
      try CrossStore.add(&cells, to: [entry.table.id], db)
      try Ledger.set(db, name, entry.digest)
      counted.append(entry.table.id)
    }
    return counted
  }

  /// The cells of one table, from all current rows.
  static func cells(_ db: Database, _ entry: CrossTables.Entry) throws -> CellTable {
    var cells = CellTable()
    let layout = FactLayout(entry.contract)
    let contribution = CrossContribution(layout, CrossTables(entries: [entry]))
    try layout.eachRow(db) { contribution.apply($0, sign: 1, to: &cells) }
    return cells
  }
}
