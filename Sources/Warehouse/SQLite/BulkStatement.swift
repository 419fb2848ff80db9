import Foundation
import GRDBSQLite

/// A prepared statement of the sqlite3 C API, for the paths where a GRDB record a row would cost ten times the insert.
public struct BulkStatement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  private let sql: String

  public init(_ db: Database, _ sql: String) throws {
    guard let connection = db.connection.sqliteConnection else {
      throw DatabaseError(.misuse, message: "no connection", sql: sql)
    }
    var handle: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &handle, nil) == SQLITE_OK, let handle else {
      throw BulkStatement.error(connection, sql)
    }
    self.handle = handle
    self.connection = connection
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds an integer to the parameter `index` (from 1); `Int.min` binds NULL.
  @inline(__always)
  public func bind(_ value: Int, _ index: Int) {
    if value == Int.min {
      sqlite3_bind_null(handle, Int32(index))
    } else {
      sqlite3_bind_int64(handle, Int32(index), Int64(value))
    }
  }

  /// Binds an integer to the parameter `name` (`:month`), wherever the statement names it.
  public func bind(_ value: Int, named name: String) {
    bind(value, Int(sqlite3_bind_parameter_index(handle, name)))
  }

  /// Binds UTF-8 text, copied by SQLite; empty text binds NULL.
  @inline(__always)
  public func bind(text: UnsafeBufferPointer<UInt8>, _ index: Int) {
    bind(text, index, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }

  /// As `bind(text:)`, for text that stays where it is until `run` has returned.
  @inline(__always)
  public func bind(staying text: UnsafeBufferPointer<UInt8>, _ index: Int) { bind(text, index, nil) }

  @inline(__always)
  private func bind(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ destructor: sqlite3_destructor_type?) {
    guard let base = text.baseAddress, !text.isEmpty else {
      sqlite3_bind_null(handle, Int32(index))
      return
    }
    base.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(handle, Int32(index), $0, Int32(text.count), destructor)
    }
  }

  /// Runs a statement that returns no row.
  public func run() throws {
    guard sqlite3_step(handle) == SQLITE_DONE else { throw BulkStatement.error(connection, sql) }
    sqlite3_reset(handle)
  }

  /// Binds bytes that stay where they are until `run` has returned.
  public func bind(blob: UnsafeRawBufferPointer, _ index: Int) {
    sqlite3_bind_blob64(handle, Int32(index), blob.baseAddress, sqlite3_uint64(blob.count), nil)
  }

  /// Calls `body` with the bytes of a blob or text of the current row.
  public func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, Int32(column)), count: count))
  }

  /// Rows that the last statement of this connection wrote.
  public var changes: Int { Int(sqlite3_changes(connection)) }

  /// Steps to the next row; false (and reset) at the end.
  public func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default: throw BulkStatement.error(connection, sql)
    }
  }

  public func reset() { sqlite3_reset(handle) }

  /// Integer of the current row; `Int.min` for NULL.
  @inline(__always)
  public func integer(_ column: Int) -> Int {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
      ? Int.min : Int(sqlite3_column_int64(handle, Int32(column)))
  }

  public func text(_ column: Int) -> String {
    sqlite3_column_text(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// What a value of the current row is.
  enum Kind { case text, integer, other }

  var columnCount: Int { Int(sqlite3_column_count(handle)) }

  func kind(_ column: Int) -> Kind {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_TEXT: .text
    case SQLITE_INTEGER: .integer
    default: .other
    }
  }

  /// Calls `body` with the UTF-8 of a text of the current row.
  func withText<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let text = sqlite3_column_text(handle, Int32(column))
    return try body(UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
  }

  private static func error(_ connection: OpaquePointer, _ sql: String) -> DatabaseError {
    DatabaseError(
      extendedCode: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)), sql: sql
    )
  }
}
