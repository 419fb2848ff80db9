import GRDBSQLite

/// A connection of the sqlite3 C API, closed when nobody has it any more.
final class RawConnection {
  let handle: OpaquePointer

  /// - Parameter path: a file, which is opened for reading only; nil: an empty database in memory.
  init(path: String?) throws(GuardedSQLError) {
    SQLiteSetup.done
    var handle: OpaquePointer?
    let flags = path == nil ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY : SQLITE_OPEN_READONLY
    let code = sqlite3_open_v2(path ?? ":memory:", &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw GuardedSQLError(.unable, message)
    }
    self.handle = handle
    // Else a misspelt name in double quotes would be a text, and find nothing.
    _disableDoubleQuotedStringLiterals(handle)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_busy_timeout(handle, 2000)
    try execute("PRAGMA temp_store = MEMORY")
    try execute("PRAGMA cache_size = -8192")
    // The first use of the module declares a table, which the guard would refuse.
    try execute("SELECT 1 FROM json_each('[]')")
  }

  deinit { sqlite3_close_v2(handle) }

  func execute(_ sql: String) throws(GuardedSQLError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw problem(.unable) }
  }

  /// The first statement of `sql`; the caller finalizes it.
  func prepare(_ sql: String) -> (code: Int32, statement: OpaquePointer?) {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    return (code, statement)
  }

  func problem(_ kind: GuardedSQLError.Kind) -> GuardedSQLError {
    GuardedSQLError(kind, String(cString: sqlite3_errmsg(handle)), offset: max(Int(sqlite3_error_offset(handle)), 0))
  }

  /// The first column of all rows of a statement of the program.
  func texts(_ sql: String) throws(GuardedSQLError) -> [String] {
    guard let statement = prepare(sql).statement else { throw problem(.unable) }
    defer { sqlite3_finalize(statement) }
    var found: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      found.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
    }
    return found
  }

  /// Names of the columns of a SELECT.
  static func columns(of statement: OpaquePointer) -> [String] {
    (0..<sqlite3_column_count(statement)).map { index in
      sqlite3_column_name(statement, index).map { String(cString: $0) } ?? ""
    }
  }

  /// A name in quotes.
  static func quoted(_ name: String) -> String {
    name.utf8.contains(UInt8(ascii: "\"")) ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : "\"\(name)\""
  }
}
