import GRDBSQLite

/// A SELECT of a guarded connection: bind, step, read the columns. Belongs to one thread.
public final class GuardedStatement {
  private let handle: OpaquePointer
  private let connection: GuardedConnection
  private let composed: ComposedSQL
  /// Names of the parameters, without the colon, that the statement and its derived datasets have.
  public let parameters: [String]
  /// Names of the columns.
  public let columns: [String]

  init(_ handle: OpaquePointer, _ connection: GuardedConnection, _ composed: ComposedSQL) {
    self.handle = handle
    self.connection = connection
    self.composed = composed
    parameters = (0..<sqlite3_bind_parameter_count(handle)).map { index in
      sqlite3_bind_parameter_name(handle, index + 1).map { String(String(cString: $0).dropFirst()) } ?? ""
    }
    columns = RawConnection.columns(of: handle)
  }

  deinit { sqlite3_finalize(handle) }

  /// Begins anew with these values; those that the statement does not name are left out.
  ///
  /// - Throws: `GuardedSQLError` where a parameter of the statement has no value.
  public func bind(_ values: [String: SQLValue] = [:]) throws(GuardedSQLError) {
    sqlite3_reset(handle)
    for (place, name) in parameters.enumerated() {
      guard let value = values[name] else { throw composed.missing(name) }
      value.bind(handle, Int32(place + 1))
    }
    connection.budget.renew()
  }

  /// The next row; false where there is none.
  ///
  /// - Throws: `GuardedSQLError` for an error of SQLite or of a function, and where the statement has done too much.
  public func step() throws(GuardedSQLError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      let error = connection.raw.problem(.unable)
      sqlite3_reset(handle)
      let text = code & 0xFF == SQLITE_INTERRUPT ? "runaway statement" : error.message
      throw composed.placed(GuardedSQLError(.unable, text))
    }
  }

  /// Ends the statement, so that the file is not locked while nobody reads.
  public func reset() { sqlite3_reset(handle) }

  public func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  /// True of a person or home.
  public func isBlob(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_BLOB }

  /// 0 of NULL.
  public func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

  /// 0 of NULL.
  public func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  /// Nil of NULL.
  public func text(_ column: Int) -> String? {
    guard let pointer = sqlite3_column_text(handle, Int32(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self)
  }

  /// Calls `body` with the bytes of a text or blob, which stay until the next step; empty of NULL.
  public func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let pointer = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeRawBufferPointer(start: pointer, count: count))
  }

  public func value(_ column: Int) -> SQLValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(double(column))
    case SQLITE_TEXT: .text(text(column) ?? "")
    case SQLITE_BLOB: .blob(withBytes(column) { Array($0) })
    default: .null
    }
  }
}
