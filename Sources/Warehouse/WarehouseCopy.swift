import Foundation
import GRDB

/// A whole copy of a warehouse in another file, made by SQLite's online backup while others may go on reading and
/// writing, and verified.
public enum WarehouseCopy {
  /// Why a copy is none.
  public enum Failure: Error, Equatable {
    /// What SQLite says of the copy.
    case damaged(String)
    /// The ledger of the copy is not that of the original.
    case differs
    /// The warehouse was written to all the time.
    case neverStill
  }

  /// Bytes between two breaks in which a writer gets its turn: some 20 ms of work, of the 2 s that it waits.
  private static let bytesPerStep = 16 << 20

  /// Copies `source` into the new file `path`, of mode 0600; on the disk when the call returns.
  ///
  /// Where the warehouse is written to meanwhile, SQLite begins anew: the copy is of one moment between two
  /// transactions.
  ///
  /// - Parameters:
  ///   - deadline: when to give up.
  ///   - progress: told the share that is done.
  /// - Returns: the ledger of the copy, which is that of the original at that moment.
  /// - Throws: `Failure`, `DatabaseError`; the file may then be there in parts.
  @discardableResult
  public static func make(
    of source: DatabaseQueue, to path: String, deadline: Date, progress: @escaping (Double) -> Void = { _ in }
  ) throws -> LedgerTotals {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw DatabaseError(.cannotOpen, message: path) }
    defer { close(descriptor) }
    let original = try copy(source, path, deadline: deadline, progress)
    guard fsync(descriptor) == 0 else { throw DatabaseError(.inputOutput, message: path) }
    guard try verify(path) == original else { throw Failure.differs }
    return original
  }

  /// Whether the file at `path` is a whole warehouse.
  ///
  /// - Returns: its ledger.
  /// - Throws: `Failure.damaged`, `DatabaseError` where SQLite cannot even read it.
  public static func verify(_ path: String) throws -> LedgerTotals {
    let queue = try Warehouse(readOnly: path).queue
    defer { try? queue.close() }
    return try queue.read { db in
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
      guard found == ["ok"] else { throw Failure.damaged(found.first ?? "") }
      guard try db.tableExists("file"), try db.tableExists("run") else { throw Failure.damaged("no ledger") }
      return try Ledger.totals(db)
    }
  }

  private static func copy(
    _ source: DatabaseQueue, _ path: String, deadline: Date, _ progress: @escaping (Double) -> Void
  ) throws -> LedgerTotals {
    var configuration = Configuration()
    // A copy that was broken off is thrown away, so that it needs no journal.
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA journal_mode = OFF") }
    let target = try DatabaseQueue(path: path, configuration)
    defer { try? target.close() }
    return try waiting(until: deadline) { try attempt(source, target, deadline, progress) }
  }

  /// Does `body` again as long as a writer has the warehouse for itself, which it may for as long as it takes a file.
  ///
  /// - Throws: `DatabaseError` of a busy file after `deadline`.
  public static func waiting<Result>(until deadline: Date, _ body: () throws -> Result) throws -> Result {
    while true {
      do { return try body() } catch let error as DatabaseError
        where [.busy, .locked].contains(error.code)
      {
        guard Date() < deadline else { throw error }
        usleep(50_000)
      }
    }
  }

  private static func attempt(
    _ source: DatabaseQueue, _ target: DatabaseQueue, _ deadline: Date, _ progress: @escaping (Double) -> Void
  ) throws -> LedgerTotals {
    try DatabaseError.told {
      try target.queue.inDatabase { copy in
        try source.queue.inDatabase { try attempt($0, copy, deadline, progress) }
      }
    }
  }

  private static func attempt(
    _ db: GRDB.Database, _ copy: GRDB.Database, _ deadline: Date, _ progress: @escaping (Double) -> Void
  ) throws -> LedgerTotals {
    // The last pages are copied within a transaction that has read the ledger: so both are of one moment.
    func beginTotals() throws -> LedgerTotals {
      try db.execute(sql: "BEGIN")
      return try Ledger.totals(Database(connection: db))
    }
    defer { if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") } }
    let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4096
    let pagesPerStep = bytesPerStep / pageSize
    var totals = try beginTotals()
    try db.backup(to: copy, pagesPerStep: CInt(pagesPerStep)) { state in
      guard !state.isCompleted else { return }
      if db.isInsideTransaction { try db.execute(sql: "ROLLBACK") }
      guard Date() < deadline else { throw Failure.neverStill }
      progress(1 - Double(state.remainingPageCount) / Double(max(state.totalPageCount, 1)))
      usleep(1000)
      if state.remainingPageCount <= pagesPerStep { totals = try beginTotals() }
    }
    return totals
  }
}
