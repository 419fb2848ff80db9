import Foundation
import GRDB

/// A row of a SELECT. Its values are read by column, `row["name"] as String` or `row[0] as Int?`.
public struct Row {
  let row: GRDB.Row

  /// Columns.
  public var count: Int { row.count }

  /// The value of a column; `as Int?` where it may be NULL.
  public subscript<Value: StoredValue>(_ column: Int) -> Value { Row.known(Value.self, row[column], "\(column)") }
  public subscript<Value: StoredValue>(_ column: Int) -> Value? { Row.value(row[column]) }
  public subscript<Value: StoredValue>(_ column: String) -> Value { Row.known(Value.self, row[column], column) }
  public subscript<Value: StoredValue>(_ column: String) -> Value? { Row.value(row[column]) }

  /// All rows of a SELECT.
  ///
  /// - Throws: `DatabaseError`.
  public static func fetchAll(
    _ db: Database, sql: String, arguments: StatementArguments = []
  ) throws -> [Row] {
    try DatabaseError.told {
      try GRDB.Row.fetchAll(db.connection, sql: sql, arguments: arguments.bound).map(Row.init)
    }
  }

  /// The first row; nil where there is none.
  ///
  /// - Throws: `DatabaseError`.
  public static func fetchOne(
    _ db: Database, sql: String, arguments: StatementArguments = []
  ) throws -> Row? {
    try DatabaseError.told {
      try GRDB.Row.fetchOne(db.connection, sql: sql, arguments: arguments.bound).map(Row.init)
    }
  }

  /// Calls `body` with one row after another; a row is valid within its call.
  ///
  /// - Throws: `DatabaseError`; what `body` throws.
  public static func forEach(
    _ db: Database, sql: String, arguments: StatementArguments = [], _ body: (Row) throws -> Void
  ) throws {
    try DatabaseError.told {
      let rows = try GRDB.Row.fetchCursor(db.connection, sql: sql, arguments: arguments.bound)
      while let row = try rows.next() { try body(Row(row: row)) }
    }
  }

  private static func value<Value: StoredValue>(_ value: DatabaseValue) -> Value? {
    switch value.storage {
    case .null: nil
    case .int64(let number): Value(.integer(Int(number)))
    case .double(let number): Value(.real(number))
    case .string(let text): Value(.text(text))
    case .blob(let bytes): Value(.blob(Array(bytes)))
    }
  }

  /// A column that every row of the statement has a value in, as the schema promises.
  private static func known<Value: StoredValue>(_ type: Value.Type, _ value: DatabaseValue, _ column: String) -> Value {
    guard let known: Value = Row.value(value) else {
      preconditionFailure("column \(column) has no \(type), but \(value)")
    }
    return known
  }
}

/// What a column or a parameter can hold.
public protocol StoredValue {
  /// Nil where the value is of another kind.
  init?(_ value: SQLValue)
  var sqlValue: SQLValue { get }
}

extension StoredValue {
  /// The values of the first column.
  ///
  /// - Throws: `DatabaseError`.
  public static func fetchAll(
    _ db: Database, sql: String, arguments: StatementArguments = []
  ) throws -> [Self] {
    try Row.fetchAll(db, sql: sql, arguments: arguments).map { $0[0] }
  }

  /// The first column of the first row; nil where there is no row, or NULL in it.
  ///
  /// - Throws: `DatabaseError`.
  public static func fetchOne(
    _ db: Database, sql: String, arguments: StatementArguments = []
  ) throws -> Self? {
    try Row.fetchOne(db, sql: sql, arguments: arguments).flatMap { $0[0] }
  }
}

extension Int: StoredValue {
  public init?(_ value: SQLValue) {
    switch value {
    case .integer(let number): self = number
    case .real(let number):
      guard let whole = Int(exactly: number) else { return nil }
      self = whole
    case .null, .text, .blob: return nil
    }
  }

  public var sqlValue: SQLValue { .integer(self) }
}

extension Double: StoredValue {
  public init?(_ value: SQLValue) {
    switch value {
    case .integer(let number): self = Double(number)
    case .real(let number): self = number
    case .null, .text, .blob: return nil
    }
  }

  public var sqlValue: SQLValue { .real(self) }
}

extension Bool: StoredValue {
  public init?(_ value: SQLValue) {
    guard case .integer(let number) = value else { return nil }
    self = number != 0
  }

  public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: StoredValue {
  public init?(_ value: SQLValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }

  public var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: StoredValue {
  public init?(_ value: SQLValue) {
    guard case .blob(let bytes) = value else { return nil }
    self = bytes
  }

  public var sqlValue: SQLValue { .blob(self) }
}
