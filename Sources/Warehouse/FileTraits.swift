/// What the monitors know of a file that was taken, beside the ledger: its header, and values that no list has.
public enum FileTraits {
  /// A value that no code list has.
  public struct Value: Sendable, Equatable {
    public let field: String
    public let value: String
    public let rows: Int

    public init(field: String, value: String, rows: Int) {
      self.field = field
      self.value = value
      self.rows = rows
    }
  }

  /// Values of a file that are kept: a column of garbage has as many as rows.
  private static let valueLimit = 200

  /// - Parameters:
  ///   - header: without personal data.
  ///   - values: likewise; one a field and value.
  public static func add(_ db: Database, file: Int, header: [String], values: [Value]) throws {
    try db.execute(
      sql: "INSERT INTO file_header VALUES (?, ?)", arguments: [file, header.joined(separator: "\n")])
    let frequent = values.sorted { ($1.rows, $0.field, $0.value) < ($0.rows, $1.field, $1.value) }
    for value in frequent.prefix(valueLimit) {
      try db.execute(
        sql: "INSERT INTO file_value VALUES (?, ?, ?, ?)", arguments: [file, value.field, value.value, value.rows])
    }
  }

  /// SQL condition: the header of file `id` lacks `column`, or is not known.
  public static func lacks(_ column: String, id: String) -> String {
    "NOT EXISTS (SELECT 1 FROM file_header x WHERE x.file = \(id) AND instr(x.names, '\(column)') > 0)"
  }

  /// Headers of the last files of `source`, the newest first.
  ///
  /// - Parameter condition: SQL on the file `f`.
  public static func headers(
    _ db: Database, source: String, limit: Int, where condition: String
  ) throws -> [(file: Int, names: [String])] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT h.file, h.names FROM file_header h JOIN file f ON f.id = h.file WHERE f.source = ? AND \(condition)
        ORDER BY h.file DESC LIMIT ?
        """,
      arguments: [source, limit]
    ).map { row in
      (row["file"], (row["names"] as String).split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// Values that no code list has, over all files of a source, most frequent first.
  public static func values(_ db: Database, source: String) throws -> [Value] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT v.field, v.value, sum(v.rows) AS rows FROM file f JOIN file_value v ON v.file = f.id WHERE f.source = ?
        GROUP BY v.field, v.value ORDER BY sum(v.rows) DESC, v.field, v.value
        """,
      arguments: [source]
    ).map { Value(field: $0["field"], value: $0["value"], rows: $0["rows"]) }
  }

  /// Forgets what is known of the files of a source.
  static func forget(_ db: Database, source: String) throws {
    for table in ["file_header", "file_value"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE file IN (SELECT id FROM file WHERE source = ?)", arguments: [source])
    }
  }
}
