import Foundation
import GRDB

/// A connection to a SQLite file, as reads and writes of a `DatabaseQueue` get it. The library behind it is known in this
/// folder and to the warehouse alone.
///
/// ```swift
/// let taken = try warehouse.queue.read { db in
///   try Row.fetchAll(db, sql: "SELECT id, name FROM file WHERE source = ?", arguments: ["seekers-centre"])
///     .map { row in (id: row["id"] as Int, name: row["name"] as String) }
/// }
/// ```
public struct Database {
  let connection: GRDB.Database

  /// - Throws: `DatabaseError`.
  public func execute(sql: String, arguments: StatementArguments = []) throws {
    try DatabaseError.told { try connection.execute(sql: sql, arguments: arguments.bound) }
  }

  /// A statement to be executed many times.
  ///
  /// - Throws: `DatabaseError`.
  public func makeStatement(sql: String) throws -> Statement {
    Statement(statement: try DatabaseError.told { try connection.makeStatement(sql: sql) })
  }

  public var lastInsertedRowID: Int { Int(connection.lastInsertedRowID) }

  /// - Throws: `DatabaseError`.
  public func tableExists(_ name: String) throws -> Bool {
    try DatabaseError.told { try connection.tableExists(name) }
  }

  /// - Throws: `DatabaseError`.
  public func viewExists(_ name: String) throws -> Bool {
    try DatabaseError.told { try connection.viewExists(name) }
  }

  /// Names of the columns of a table.
  ///
  /// - Throws: `DatabaseError`, also where there is no such table.
  public func columns(in table: String) throws -> [String] {
    try DatabaseError.told { try connection.columns(in: table).map(\.name) }
  }

  /// A transaction that writes from its start, so that a second writer fails here and not at the end. What `body` throws
  /// undoes all of it.
  ///
  /// - Throws: `DatabaseError`; what `body` throws.
  public func immediateTransaction(_ body: () throws -> Void) throws {
    try DatabaseError.told {
      try connection.inTransaction(.immediate) {
        try body()
        return .commit
      }
    }
  }
}

/// A prepared statement that returns no row.
public struct Statement {
  let statement: GRDB.Statement

  /// - Throws: `DatabaseError`.
  public func execute(arguments: StatementArguments) throws {
    try DatabaseError.told { try statement.execute(arguments: arguments.bound) }
  }
}

/// The values of a statement's parameters: in their order, or by name (`:period`) without the colon.
public struct StatementArguments: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  let bound: GRDB.StatementArguments

  public init(_ values: [(any StoredValue)?]) {
    bound = GRDB.StatementArguments(values.map { StatementArguments.value($0) })
  }

  public init(arrayLiteral elements: (any StoredValue)?...) { self.init(elements) }

  public init(dictionaryLiteral elements: (String, (any StoredValue)?)...) {
    bound = GRDB.StatementArguments(
      Dictionary(uniqueKeysWithValues: elements.map { ($0.0, StatementArguments.value($0.1)) }))
  }

  private static func value(_ value: (any StoredValue)?) -> DatabaseValue {
    switch value?.sqlValue ?? .null {
    case .null: .null
    case .integer(let value): value.databaseValue
    case .real(let value): value.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }
}
