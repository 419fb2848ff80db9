import Warehouse

/// Runs whose process died without a word: kill -9, a power cut.
enum DeadRuns {
  static let outcome = "中断"

  /// Closes their entries; to be called by the holder of the lock, so that every open entry is a dead one's.
  ///
  /// - Returns: when each had started.
  static func close(_ db: Database) throws -> [String] {
    let open = try Row.fetchAll(db, sql: "SELECT id, started FROM run WHERE outcome IS NULL ORDER BY id")
    for run in open { try Ledger.endRun(db, run: run["id"], outcome: outcome, at: Clock.now()) }
    return open.map { $0["started"] }
  }
}
