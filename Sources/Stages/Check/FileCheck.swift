import Warehouse

/// What SQLite itself says of the file: pages, indexes, constraints, foreign keys.
struct FileCheck {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func run(_ found: inout Discrepancies) throws {
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(\(Discrepancies.limit + 1))") where line != "ok" {
      found.add(.file, "integrity_check", "sqlite", stored: line, counted: "ok")
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let (table, parent): (String, String) = (row["table"], row["parent"])
      // A table without row ids does not say which row it is.
      let key = (row["rowid"] as Int?).map { "rowid=\($0)" } ?? "一行"
      found.add(.reference, table, key, stored: "指向 \(parent)", counted: "\(parent) 中没有这一行")
    }
  }
}
