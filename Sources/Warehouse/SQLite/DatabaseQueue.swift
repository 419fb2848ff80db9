import GRDB

/// A SQLite file with its one connection; calls from several threads wait for each other.
public struct DatabaseQueue: Sendable {
  let queue: GRDB.DatabaseQueue

  /// - Throws: `DatabaseError`.
  init(path: String, _ configuration: Configuration) throws {
    SQLiteSetup.done
    queue = try DatabaseError.told { try GRDB.DatabaseQueue(path: path, configuration: configuration) }
  }

  /// Opens a file as SQLite does by itself, making it where it is not there.
  ///
  /// - Throws: `DatabaseError`.
  public init(path: String) throws { try self.init(path: path, Configuration()) }

  /// A database in memory.
  ///
  /// - Throws: `DatabaseError`.
  public init() throws {
    SQLiteSetup.done
    queue = try DatabaseError.told { try GRDB.DatabaseQueue() }
  }

  /// Calls `body` in a transaction that only reads: all that it sees is of one moment.
  ///
  /// - Throws: `DatabaseError`; what `body` throws.
  public func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try DatabaseError.told { try queue.read { try body(Database(connection: $0)) } }
  }

  /// Calls `body` in a transaction; what it throws undoes all of it.
  ///
  /// - Throws: `DatabaseError`; what `body` throws.
  @discardableResult
  public func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try DatabaseError.told { try queue.write { try body(Database(connection: $0)) } }
  }

  /// Calls `body`, which begins its own transactions.
  ///
  /// - Throws: `DatabaseError`; what `body` throws.
  public func writeWithoutTransaction<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try DatabaseError.told { try queue.writeWithoutTransaction { try body(Database(connection: $0)) } }
  }

  /// Breaks off what runs: it throws `DatabaseError`. For other threads, too.
  public func interrupt() { queue.interrupt() }

  /// - Throws: `DatabaseError` where a statement is still open.
  public func close() throws { try DatabaseError.told { try queue.close() } }

  /// Hands what SQLite logs to `take`; to be called before the first connection of the process.
  public static func onLog(_ take: @escaping @Sendable (String) -> Void) {
    SQLiteSetup.done
    GRDB.Database.logError = { _, message in take(message) }
  }
}
