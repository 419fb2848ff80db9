import Domain
import Warehouse

/// Takes everything that a source brought out of the warehouse, as if its files had never come, so that they can be
/// taken again after a change of the source file or of a code list.
public struct SourceEraser {
  private let db: Database
  private let source: SourceSpec
  private let layout: FactLayout
  private let homeRegion: String?
  private let crossTables: CrossTables

  /// Parameters as for `FileLoader`.
  public init(_ db: Database, source: SourceSpec, homeRegion: String?, crossTables: CrossTables = CrossTables()) {
    self.db = db
    self.source = source
    self.homeRegion = homeRegion
    self.crossTables = crossTables
    layout = FactLayout(source.contract)
  }

  /// Removes facts, history, texts and ledger entries; a version of another source that they had superseded is current
  /// again.
  public func erase() throws {
    let axes = try CubeRecount.axes(db, of: source.contract, homeRegion: homeRegion)
    var cubes = try CubeUpdate(layout, axes: axes, homeRegion: homeRegion, crossTables: crossTables)
    var groups: [Int] = []
    let name = layout.table.name
    let own = "file IN (SELECT id FROM file WHERE source = '\(source.id)')"
    let erased = try rows("SELECT \(columns) FROM \(name) WHERE \(own)")
    for row in erased {
      row.withView(layout.firstOwn) { cubes.apply($0, sign: -1) }
      if let group = row[layout.place("copy_group")] { groups.append(group) }
    }
    let (versions, superseded) = (layout.table.versions, layout.table.superseded)
    try db.execute(sql: "DELETE FROM \(superseded) WHERE id IN (SELECT id FROM \(versions) WHERE \(own))")
    try db.execute(
      sql: "DELETE FROM \(layout.table.withdrawn) WHERE id IN (SELECT id FROM \(versions) WHERE \(own))")
    for table in [versions, "\(name)_segment", "\(name)_text", layout.table.held] {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(own)")
    }
    let history = try KeyHistory(db, layout, of: erased)
    for row in erased.compactMap({ history[$0].first }) {
      try db.execute(sql: "DELETE FROM \(superseded) WHERE id = ?", arguments: [row.values[FactRow.id]])
      row.withView(layout.firstOwn) { cubes.apply($0, sign: 1) }
      if let group = row[layout.place("copy_group")] { groups.append(group) }
    }
    if layout.place("copy_group") != nil {
      try DuplicateResolver(db, layout: layout).settle(first: 0, groups: [], left: groups, &cubes)
    }
    try cubes.flush(db)
    try Ledger.forget(db, source: source.id)
  }

  private var columns: String { layout.table.columnList }

  private func rows(_ sql: String) throws -> [FactRow] {
    let statement = try BulkStatement(db, sql)
    var result: [FactRow] = []
    while try statement.step() {
      result.append(layout.row(statement))
    }
    return result
  }
}
