import GRDB

/// A warehouse that a newer version of the program has written: this one does not know what it would break.
public struct NewerWarehouse: Error, Equatable {
  public let path: String
  /// Migrations and columns that this version does not know.
  public let unknown: [String]
}

/// How the schema of a warehouse stands to that of this program.
struct SchemaState {
  /// The first step that would be taken to bring it up to date; nil where it is.
  let pending: String?
  /// False where nothing would be lost with it.
  let holdsRuns: Bool

  /// - Throws: `NewerWarehouse`.
  init(_ db: Database, path: String, tables: [FactTable]) throws {
    let applied = try Warehouse.migrator.appliedIdentifiers(db.connection)
    let known = Warehouse.migrator.migrations
    var unknown = applied.subtracting(known).sorted()
    var lacksColumns = false
    for table in tables {
      guard try db.tableExists(table.versions) else { continue }
      let (present, own) = (Set(try db.columns(in: table.versions)), Set(table.numbers + table.keys))
      unknown += present.subtracting(own).sorted().map { "\(table.versions).\($0)" }
      lacksColumns = lacksColumns || !own.isSubset(of: present)
    }
    guard unknown.isEmpty else { throw NewerWarehouse(path: path, unknown: unknown) }
    pending = known.first { !applied.contains($0) } ?? (lacksColumns ? "columns" : nil)
    holdsRuns = try db.tableExists("run") && Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM run)") ?? false
  }
}
