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

  /// The counts of each file, fields and bases in order.
  public static func byFile(_ db: Database) throws -> [Int: [CodedRows]] {
    try Row.fetchAll(db, sql: "SELECT file, field, basis, rows FROM file_coded ORDER BY file, field, basis")
      .reduce(into: [:]) { counts, row in
        counts[row[0] as Int, default: []].append(CodedRows(field: row[1], basis: row[2], rows: row[3]))
      }
  }

  static func forget(_ db: Database, source: String) throws {
    try db.execute(
      sql: "DELETE FROM file_coded WHERE file IN (SELECT id FROM file WHERE source = ?)", arguments: [source])
  }
}
