/// What the ledger comes to: enough to tell two states of a warehouse apart.
public struct LedgerTotals: Sendable, Equatable {
  /// Runs, finished or not.
  public let runs: Int
  /// Start of the last of them, as the ledger has it; empty where there is none.
  public let lastRun: String
  /// File contents taken and not forgotten.
  public let files: Int
  /// Rows of those files: accepted + rejected + duplicate + unchanged + skipped.
  public let rows: Int
  public let accepted: Int
  public let rejected: Int
  public let duplicate: Int
  public let unchanged: Int
  public let skipped: Int
  /// File contents ever taken.
  public let vintage: Int
}

extension Ledger {
  public static func totals(_ db: Database) throws -> LedgerTotals {
    let runs = try Row.fetchAll(db, sql: "SELECT count(*), coalesce(max(started), '') FROM run")[0]
    let sums = try Row.fetchAll(
      db,
      sql:
        "SELECT count(*), total(rows), total(accepted), total(rejected), total(duplicate), total(unchanged), total(skipped) FROM file"
    )[0]
    func count(_ column: Int) -> Int { Int(sums[column] as Double) }
    return LedgerTotals(
      runs: runs[0], lastRun: runs[1], files: sums[0], rows: count(1), accepted: count(2), rejected: count(3),
      duplicate: count(4), unchanged: count(5), skipped: count(6), vintage: try vintage(db))
  }
}
