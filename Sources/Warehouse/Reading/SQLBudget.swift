import GRDBSQLite

/// How much a statement may do before it is stopped: steps of SQLite's machine, and no clock, so that a statement ends
/// the same way on every machine.
final class SQLBudget {
  private let limit: Int
  private var left: Int
  private static let steps = 100_000

  /// - Parameter limit: steps of SQLite's machine; a million rows of thirty columns take some hundred million.
  init(limit: Int) {
    self.limit = limit
    left = limit
  }

  func renew() { left = limit }

  func install(on connection: OpaquePointer) {
    sqlite3_progress_handler(
      connection, Int32(SQLBudget.steps),
      { client in
        guard let client else { return 1 }
        let budget = Unmanaged<SQLBudget>.fromOpaque(client).takeUnretainedValue()
        budget.left -= SQLBudget.steps
        return budget.left < 0 ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
