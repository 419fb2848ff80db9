import GRDB
import Warehouse

/// Walks all versions of a dataset in the order of their ids: the current ones and those of the history.
struct VersionCursor: ~Copyable {
  struct Version {
    let id: Int
    let key: Int
    let file: Int
    /// `Int.min` where there is none.
    let group: Int
    let isCurrent: Bool
  }

  private let current: BulkStatement
  private let history: BulkStatement
  private var nextCurrent: Version?
  private var nextOld: Version?

  init(_ db: Database, _ layout: FactLayout) throws {
    let group = layout.place("copy_group") == nil ? "NULL" : "copy_group"
    let columns = "SELECT id, key, file, \(group) FROM \(layout.table.name)"
    // All are made before any is stored: a half-initialised ~Copyable value cannot be thrown away.
    let current = try BulkStatement(db, "\(columns) ORDER BY id")
    let history = try BulkStatement(db, "\(columns)_history ORDER BY id")
    let first = (try VersionCursor.read(current, isCurrent: true), try VersionCursor.read(history, isCurrent: false))
    self.current = current
    self.history = history
    (nextCurrent, nextOld) = first
  }

  /// The version with the lowest id that was not given yet; nil at the end.
  var peek: Version? {
    guard let nextCurrent else { return nextOld }
    guard let nextOld else { return nextCurrent }
    return nextOld.id < nextCurrent.id ? nextOld : nextCurrent
  }

  mutating func next() throws -> Version? {
    guard let version = peek else { return nil }
    if version.isCurrent {
      nextCurrent = try VersionCursor.read(current, isCurrent: true)
    } else {
      nextOld = try VersionCursor.read(history, isCurrent: false)
    }
    return version
  }

  /// Gives the versions before `id` to `body`.
  mutating func skip(to id: Int, _ body: (Version) -> Void) throws {
    while let version = peek, version.id < id {
      _ = try next()
      body(version)
    }
  }

  private static func read(_ rows: borrowing BulkStatement, isCurrent: Bool) throws -> Version? {
    guard try rows.step() else { return nil }
    return Version(
      id: rows.integer(0), key: rows.integer(1), file: rows.integer(2), group: rows.integer(3), isCurrent: isCurrent)
  }
}
