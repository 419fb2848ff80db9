extension FactTable {
  /// Brings datasets of programs that moved superseded versions to a table of their own into one table of versions.
  static func unite(_ db: Database) throws {
    let suffix = "_history"
    let histories = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%\\_history' ESCAPE '\\'")
    for history in histories {
      let table = FactTable(name: String(history.dropLast(suffix.count)), integers: [], keys: [], texts: [])
      let columns = try db.columns(in: table.name).joined(separator: ", ")
      try db.execute(
        sql: """
          ALTER TABLE \(table.name) RENAME TO \(table.versions);
          INSERT INTO \(table.versions) (\(columns)) SELECT \(columns) FROM \(history);
          CREATE TABLE \(table.superseded) (id INTEGER PRIMARY KEY);
          INSERT INTO \(table.superseded) SELECT id FROM \(history) ORDER BY id;
          DROP TABLE \(history)
          """)
    }
  }
}
