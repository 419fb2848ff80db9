import Domain
import Warehouse

/// The superseded versions of some keys, without what is withdrawn: one of them may be current when the version that
/// superseded it goes.
struct KeyHistory {
  private struct Key: Hashable {
    let key: Int
    let check: Int

    init(_ row: FactRow) { (key, check) = (row.values[FactRow.key], row.values[FactRow.keyCheck]) }
  }

  private var versions: [Key: [FactRow]] = [:]

  /// - Parameter rows: versions of the keys; the history is read once, however many there are.
  init(_ db: Database, _ layout: FactLayout, of rows: [FactRow]) throws {
    guard !rows.isEmpty else { return }
    let table = layout.table
    try db.execute(sql: "CREATE TEMP TABLE wanted (key INTEGER PRIMARY KEY)")
    let insert = try BulkStatement(db, "INSERT OR IGNORE INTO temp.wanted VALUES (?)")
    for row in rows {
      insert.bind(row.values[FactRow.key], 1)
      try insert.run()
    }
    let changed = layout.contract.changedAt.map { "\($0) DESC, " } ?? ""
    let history = try BulkStatement(
      db,
      """
      SELECT \(table.columnList) FROM \(table.name)_history
      WHERE key IN (SELECT key FROM temp.wanted) AND id NOT IN (SELECT id FROM \(table.withdrawn))
      ORDER BY \(changed)id DESC
      """)
    while try history.step() {
      let row = layout.row(history)
      versions[Key(row), default: []].append(row)
    }
    try db.execute(sql: "DROP TABLE temp.wanted")
  }

  /// The history of a row's key, as loading ranks it: by time of change, then by arrival, the newest first.
  subscript(row: FactRow) -> [FactRow] { versions[Key(row)] ?? [] }
}
