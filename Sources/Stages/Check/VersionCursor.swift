import Warehouse

/// Walks all versions of a dataset in the order of their ids.
struct VersionCursor: ~Copyable {
  struct Version {
    let id: Int
    let key: Int
    let file: Int
    /// `Int.min` where there is none.
    let group: Int
    let isCurrent: Bool
  }

  private let rows: BulkStatement
  /// The version with the lowest id that was not given yet; nil at the end.
  private(set) var peek: Version?

  init(_ db: Database, _ layout: FactLayout) throws {
    let table = layout.table
    let group = layout.place("copy_group") == nil ? "NULL" : "copy_group"
    // All are made before any is stored: a half-initialised ~Copyable value cannot be thrown away.
    let rows = try BulkStatement(
      db,
      """
      SELECT id, key, file, \(group), \(table.isCurrent) FROM \(table.versions)
      ORDER BY id
      """)
    let first = try VersionCursor.read(rows)
    self.rows = rows
    peek = first
  }

  mutating func next() throws -> Version? {
    guard let version = peek else { return nil }
    peek = try VersionCursor.read(rows)
    return version
  }

  /// Gives the versions before `id` to `body`.
  mutating func skip(to id: Int, _ body: (Version) -> Void) throws {
    while let version = peek, version.id < id {
      _ = try next()
      body(version)
    }
  }

  private static func read(_ rows: borrowing BulkStatement) throws -> Version? {
    guard try rows.step() else { return nil }
    return Version(
      id: rows.integer(0), key: rows.integer(1), file: rows.integer(2), group: rows.integer(3),
      isCurrent: rows.integer(4) == 1)
  }
}
