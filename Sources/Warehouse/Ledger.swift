/// One file content that was taken, with its accounting.
public struct LedgerEntry: Sendable, Equatable {
  public var id: Int
  public var run: Int
  public var source: String
  public var dataset: String
  public var name: String
  public var sha256: String
  public var bytes: Int
  public var encoding: String
  /// Digest of how the file was read.
  public var recipe: String
  public var rows: Int
  public var accepted: Int
  public var rejected: Int
  public var duplicate: Int
  public var unchanged: Int
  /// Rows of the file that are no records.
  public var skipped: Int
  /// Rows that the file held before its content changed, and no longer does.
  public var withdrawn: Int

  public init(
    id: Int, run: Int, source: String, dataset: String, name: String, sha256: String, bytes: Int, encoding: String,
    recipe: String, rows: Int = 0, accepted: Int = 0, rejected: Int = 0, duplicate: Int = 0, unchanged: Int = 0,
    skipped: Int = 0, withdrawn: Int = 0
  ) {
    self.id = id
    self.run = run
    self.source = source
    self.dataset = dataset
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
    self.encoding = encoding
    self.recipe = recipe
    self.rows = rows
    self.accepted = accepted
    self.rejected = rejected
    self.duplicate = duplicate
    self.unchanged = unchanged
    self.skipped = skipped
    self.withdrawn = withdrawn
  }
}

/// The ledger of files and runs.
public enum Ledger {
  public static func startRun(_ db: Database, pipeline: String, at time: String) throws -> Int {
    try db.execute(sql: "INSERT INTO run (pipeline, started) VALUES (?, ?)", arguments: [pipeline, time])
    return Int(db.lastInsertedRowID)
  }

  public static func endRun(_ db: Database, run: Int, outcome: String, at time: String) throws {
    try db.execute(sql: "UPDATE run SET ended = ?, outcome = ? WHERE id = ?", arguments: [time, outcome, run])
  }

  /// When a run started, in local time.
  public static func started(_ db: Database, run: Int) throws -> String {
    try String.fetchOne(db, sql: "SELECT started FROM run WHERE id = ?", arguments: [run]) ?? ""
  }

  /// The next file's id: ids follow the order in which files were taken.
  public static func nextFile(_ db: Database) throws -> Int {
    try vintage(db) + 1
  }

  /// The number of file contents taken so far: the vintage of every figure computed now.
  public static func vintage(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'file'") ?? 0
  }

  /// True where a content of this size has come from `source`.
  public static func hasTaken(_ db: Database, source: String, bytes: Int) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM file WHERE source = ? AND bytes = ?)", arguments: [source, bytes]) ?? false
  }

  /// Stands in names of files for the number of a person; see `PersonalDatum.masked` of Domain.
  private static let mask = "********"

  /// True where this content has come from `source`, and the file `name` has brought no other content since: a file that
  /// is put back to what it was counts as changed, one that was given another name does not. Several files may have one
  /// masked name: of those the content alone tells.
  public static func hasTaken(_ db: Database, source: String, sha256: String, name: String) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM file f WHERE source = :source AND sha256 = :sha256 AND NOT EXISTS (
            SELECT 1 FROM file g
            WHERE g.source = f.source AND g.name = :name AND instr(g.name, '\(mask)') = 0 AND g.id > f.id
              AND g.sha256 <> f.sha256))
        """,
      arguments: ["source": source, "sha256": sha256, "name": name]) ?? false
  }

  /// The members of the archive with this digest that were taken (`<digest>#<number>`), as `hasTaken` would say of each;
  /// none where the archive `name` has brought another content since.
  public static func takenMembers(
    _ db: Database, source: String, archive sha256: String, name: String
  ) throws -> Set<String> {
    try Set(
      String.fetchAll(
        db,
        // A member is named x.zip#12. The character after # is $: so the index finds the members.
        sql: """
          SELECT sha256 FROM file f WHERE source = :source AND sha256 > :archive || '#' AND sha256 < :archive || '$'
            AND NOT EXISTS (
              SELECT 1 FROM file g WHERE g.source = f.source AND g.id > f.id
                AND rtrim(g.name, '0123456789') = :name || '#' AND instr(g.name, '\(mask)') = 0
                AND NOT (g.sha256 > :archive || '#' AND g.sha256 < :archive || '$'))
          """,
        arguments: ["source": source, "archive": sha256, "name": name]))
  }

  /// The contents that the file `name` has brought, oldest first; none of a masked name, which several files may have.
  public static func contents(_ db: Database, source: String, name: String) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT id FROM file WHERE source = ? AND name = ? AND instr(name, '\(mask)') = 0 ORDER BY id",
      arguments: [source, name])
  }

  /// The sources of whose files a rule was broken.
  public static func sources(_ db: Database, with rule: String) throws -> Set<String> {
    try Set(
      String.fetchAll(
        db, sql: "SELECT DISTINCT f.source FROM finding_count c JOIN file f ON f.id = c.file WHERE c.rule = ?",
        arguments: [rule]))
  }

  public static func add(_ db: Database, _ entry: LedgerEntry, findings: [FindingCount]) throws {
    try db.execute(
      sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        entry.id, entry.run, entry.source, entry.dataset, entry.name, entry.sha256, entry.bytes, entry.encoding,
        entry.recipe, entry.rows, entry.accepted, entry.rejected, entry.duplicate, entry.unchanged, entry.skipped,
        entry.withdrawn,
      ])
    for count in findings {
      try db.execute(
        sql: "INSERT INTO finding_count VALUES (?, ?, ?, ?, ?)",
        arguments: [entry.id, count.rule, count.field, count.severity, count.rows])
    }
  }

  /// Files of `source` that were read under another recipe.
  public static func stale(_ db: Database, source: String, recipe: String) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM file WHERE source = ? AND recipe <> ?", arguments: [source, recipe]) ?? 0
  }

  /// The value of a setting, stored now where there was none.
  public static func setting(_ db: Database, _ name: String, default value: String) throws -> String {
    try db.execute(sql: "INSERT OR IGNORE INTO setting VALUES (?, ?)", arguments: [name, value])
    return try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) ?? value
  }

  /// The value of a setting; nil where there is none.
  public static func setting(_ db: Database, _ name: String) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
  }

  /// Stores a setting, or removes it.
  public static func set(_ db: Database, _ name: String, _ value: String?) throws {
    if let value {
      try db.execute(sql: "REPLACE INTO setting VALUES (?, ?)", arguments: [name, value])
    } else {
      try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
    }
  }

  /// Names of the settings that begin with `prefix`.
  public static func settings(_ db: Database, prefix: String) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM setting ORDER BY name").filter { $0.hasPrefix(prefix) }
  }

  /// Forgets the files of a source; their ids are not given again.
  public static func forget(_ db: Database, source: String) throws {
    try FileTraits.forget(db, source: source)
    try CodedRows.forget(db, source: source)
    try forgetScreening(db, ofFiles: "SELECT id FROM file WHERE source = ?", source)
    try db.execute(
      sql: "DELETE FROM finding_count WHERE file IN (SELECT id FROM file WHERE source = ?)", arguments: [source])
    try db.execute(sql: "DELETE FROM file WHERE source = ?", arguments: [source])
  }

  /// Forgets that files were screened, and what was found in them.
  ///
  /// - Parameter files: a SELECT of their ids, with one parameter.
  public static func forgetScreening(_ db: Database, ofFiles files: String, _ value: String) throws {
    for (table, file) in [("screened", "file"), ("screen_finding", "found_file")] {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(file) IN (\(files))", arguments: [value])
    }
  }

  /// All files taken, in order.
  public static func files(_ db: Database) throws -> [LedgerEntry] {
    try Row.fetchAll(db, sql: "SELECT * FROM file ORDER BY id").map { row in
      LedgerEntry(
        id: row["id"], run: row["run"], source: row["source"], dataset: row["dataset"], name: row["name"],
        sha256: row["sha256"], bytes: row["bytes"], encoding: row["encoding"],
        recipe: row["recipe"], rows: row["rows"],
        accepted: row["accepted"], rejected: row["rejected"], duplicate: row["duplicate"],
        unchanged: row["unchanged"], skipped: row["skipped"], withdrawn: row["withdrawn"])
    }
  }
}

/// How many rows of a file broke a rule in a field.
public struct FindingCount: Sendable, Equatable {
  public let rule: String
  public let field: String
  public let severity: Int
  public let rows: Int

  public init(rule: String, field: String, severity: Int, rows: Int) {
    self.rule = rule
    self.field = field
    self.severity = severity
    self.rows = rows
  }
}
