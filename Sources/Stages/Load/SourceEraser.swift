import Domain
import GRDB
import Warehouse

/// Takes everything that a source brought out of the warehouse, as if its files had never come, so that they can be
/// taken again after a change of the source file or of a code list.
public struct SourceEraser {
  private let db: Database
  private let source: SourceSpec
  private let layout: FactLayout
  private let contribution: CubeContribution?

  /// - Parameter homeRegion: as for `FileLoader`.
  public init(_ db: Database, source: SourceSpec, homeRegion: String?) {
    self.db = db
    self.source = source
    layout = FactLayout(source.contract)
    contribution = CubeContribution(layout, homeRegion: homeRegion)
  }

  /// Removes facts, history, texts and ledger entries; a version of another source that they had superseded is current
  /// again.
  public func erase() throws {
    var deltas = CubeDeltas()
    var groups: [Int] = []
    func count(_ row: FactRow, sign: Int) {
      contribution?.apply(row, sign: sign, to: &deltas)
      if let group = row[layout.place("copy_group")] { groups.append(group) }
    }
    let name = layout.table.name
    let own = "file IN (SELECT id FROM file WHERE source = '\(source.id)')"
    let erased = try rows("SELECT \(columns) FROM \(name) WHERE \(own)")
    for row in erased { count(row, sign: -1) }
    for table in [name, "\(name)_history"] {
      try db.execute(sql: "DELETE FROM \(name)_text WHERE id IN (SELECT texts FROM \(table) WHERE \(own))")
      try db.execute(sql: "DELETE FROM \(table) WHERE \(own)")
    }
    for row in try erased.compactMap({ try restore($0.values[FactRow.id]) }) { count(row, sign: 1) }
    if layout.place("copy_group") != nil, let contribution {
      try CopySettler(db, layout: layout, contribution: contribution).settle(groups, &deltas)
    }
    try deltas.flush(db)
    try Ledger.forget(db, source: source.id)
  }

  private var columns: String { layout.columnList }

  /// Makes the latest version of the history current; nil where there is none.
  private func restore(_ id: Int) throws -> FactRow? {
    let name = layout.table.name
    let latest = "FROM \(name)_history WHERE id = \(id) ORDER BY \(order) LIMIT 1"
    guard let row = try rows("SELECT \(columns) \(latest)").first else { return nil }
    try db.execute(sql: "INSERT INTO \(name) (\(columns)) SELECT \(columns) \(latest)")
    try db.execute(sql: "DELETE FROM \(name)_history WHERE rowid = (SELECT rowid \(latest))")
    return row
  }

  private var order: String {
    (layout.place("updated_at") == nil ? "" : "updated_at DESC, ") + "file DESC, rowid DESC"
  }

  private func rows(_ sql: String) throws -> [FactRow] {
    let statement = try BulkStatement(db, sql)
    var result: [FactRow] = []
    while try statement.step() {
      result.append(layout.row(statement))
    }
    return result
  }
}
