import Domain
import Warehouse

/// Keeps the nights in the warehouse.
///
/// The alerts of a night are stored before its page is published, and that it was published after it; so that a night
/// that dies in between is told from one whose page can be read, and nothing is lost or told twice.
public enum NightStore {
  /// A night whose page can be read.
  public struct Night: Sendable, Equatable {
    public let day: Day
    /// Files taken by then.
    public let vintage: Int
  }

  /// The last night before `day` with a page; nil where there is none.
  public static func last(_ db: Database, before day: Day) throws -> Night? {
    try Row.fetchOne(
      db, sql: "SELECT day, vintage FROM night WHERE published = 1 AND day < ? ORDER BY day DESC, run DESC LIMIT 1",
      arguments: [day.iso]
    ).flatMap { row in Day(iso: row["day"]).map { Night(day: $0, vintage: row["vintage"]) } }
  }

  /// Stores the alerts of a night whose page is about to be published.
  public static func begin(
    _ db: Database, day: Day, run: Int, book: AlertBook, before: AlertBook
  ) throws {
    try AlertStore.save(book, before: before, db)
    try db.execute(
      sql: "REPLACE INTO night VALUES (?, ?, ?, 0)", arguments: [run, day.iso, try Ledger.vintage(db)])
  }

  /// Notes that the page of `day` that `run` made can be read.
  public static func publish(_ db: Database, day: Day, run: Int) throws {
    let before = try AlertStore.load(db)
    var book = before
    book.tell(on: day)
    try AlertStore.save(book, before: before, db)
    try db.execute(sql: "UPDATE night SET published = 1 WHERE run = ?", arguments: [run])
  }

  /// The night that died before it was noted as published, with its run; nil where there is none.
  public static func unfinished(_ db: Database) throws -> (day: Day, run: Int)? {
    try Row.fetchOne(db, sql: "SELECT day, run FROM night WHERE published = 0 ORDER BY run DESC LIMIT 1")
      .flatMap { row in Day(iso: row["day"]).map { ($0, row["run"]) } }
  }

  /// Forgets a night that has no page; what it found is still to be told.
  public static func forget(_ db: Database, run: Int) throws {
    try db.execute(sql: "DELETE FROM night WHERE run = ?", arguments: [run])
  }
}
