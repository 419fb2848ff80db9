/// Rows of a file by what their occupation rests on.
public struct CodedRows: Sendable, Equatable {
  /// Of the dataset's field.
  public let field: String
  /// Raw value of a basis; -1 where there was nothing to code.
  public let basis: Int
  public var rows: Int

  public init(field: String, basis: Int, rows: Int) {
    self.field = field
    self.basis = basis
    self.rows = rows
  }

  /// Stands for a row that has neither a code nor a text.
  public static let nothing = -1

  /// Enters the counts of a file.
  public static func add(_ db: Database, file: Int, _ counts: [CodedRows]) throws {
    for count in counts where count.rows != 0 {
      try db.execute(
        sql: "INSERT INTO file_coded VALUES (?, ?, ?, ?)", arguments: [file, count.field, count.basis, count.rows])
    }
  }

  /// Whether rows of a dataset were coded from texts, or could not be: more than what exports gave.
  public static func isAnyRead(_ db: Database, of dataset: String) throws -> Bool {
    try Int.fetchOne(
      db,
      sql: """
        SELECT 1 FROM file_coded c JOIN file f ON f.id = c.file WHERE f.dataset = ? AND c.basis > 0 AND c.rows > 0 LIMIT 1
        """, arguments: [dataset]) != nil
  }

  /// The counts of each file, fields and bases in order.
  public static func byFile(_ db: Database) throws -> [Int: [CodedRows]] {
    try Row.fetchAll(db, sql: "SELECT file, field, basis, rows FROM file_coded ORDER BY file, field, basis")
      .reduce(into: [:]) { counts, row in
        counts[row[0] as Int, default: []].append(CodedRows(field: row[1], basis: row[2], rows: row[3]))
      }
  }

  /// Takes rows of a file from one basis to another: no more than there are.
  public static func move(_ db: Database, file: Int, field: String, _ from: Int, _ to: Int, _ rows: Int) throws {
    let held =
      try Int.fetchOne(
        db, sql: "SELECT rows FROM file_coded WHERE file = ? AND field = ? AND basis = ?",
        arguments: [file, field, from])
      ?? 0
    let moved = min(held, rows)
    guard moved > 0, from != to else { return }
    try db.execute(
      sql: "UPDATE file_coded SET rows = rows - ? WHERE file = ? AND field = ? AND basis = ?",
      arguments: [moved, file, field, from])
    try db.execute(
      sql: """
        INSERT INTO file_coded VALUES (?, ?, ?, ?) ON CONFLICT (file, field, basis) DO UPDATE SET rows = rows + excluded.rows
        """, arguments: [file, field, to, moved])
  }

  static func forget(_ db: Database, source: String) throws {
    try db.execute(
      sql: "DELETE FROM file_coded WHERE file IN (SELECT id FROM file WHERE source = ?)", arguments: [source])
  }
}
