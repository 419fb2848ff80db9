/// The shape of a dataset in the warehouse: an append-only table of versions, a list of those that are superseded, and
/// the segments that hold their hashes and texts. Two views tell the current versions (`name`) from the history.
///
/// A version's `id` is given in the order of loading, so that new rows always go to the end of the table; the versions
/// of one file have consecutive ids. A version never moves: superseding one in the middle of millions would read, journal
/// and write its page, where its id in a list costs a few bytes. What finds a version by its business key is the segment
/// table (see `KeyDirectory`), not an index: an index of random keys would cost more than the facts.
public struct FactTable: Sendable {
  public let name: String
  /// Integer columns after the fixed ones.
  public let integers: [String]
  /// Texts that stand in the row itself: the parts of the business key.
  public let keys: [String]
  /// Texts that stand in blocks (see `TextBlocks`).
  public let texts: [String]

  /// Number of the version; hash of the business key, second hash of it (tells a collision), hash of the decoded
  /// content, ledger id of the file, physical line in it.
  public static let fixed = ["id", "key", "key_check", "content", "file", "line"]

  public init(name: String, integers: [String], keys: [String], texts: [String]) {
    self.name = name
    self.integers = integers
    self.keys = keys
    self.texts = texts
    numbers = FactTable.fixed + integers
  }

  /// The table of all versions.
  public var versions: String { "\(name)_version" }
  /// The table of the ids of those that are not current.
  public var superseded: String { "\(name)_superseded" }
  /// The table of the ids of those that no file holds any more, with the file whose change took them away.
  public var withdrawn: String { "\(name)_withdrawn" }
  /// The table of what files that bring everything hold beside their own versions.
  public var held: String { "\(name)_held" }
  /// The condition by which a row of `versions` is current.
  public var isCurrent: String { "id NOT IN (SELECT id FROM \(superseded))" }

  /// The integer columns, in the order of a fact row's values.
  public let numbers: [String]
  /// All columns of a version, as a statement names them: those added to an older warehouse stand behind the others.
  public var columnList: String { (numbers + keys).joined(separator: ", ") }

  /// Statements that create what is missing. `existing` are the columns of each table that is there.
  func statements(existing: (String) -> Set<String>) -> [String] {
    let columns =
      FactTable.fixed.dropFirst().map { "\($0) INTEGER NOT NULL" } + integers.map { "\($0) INTEGER" }
      + keys.map { "\($0) TEXT" }
    return grow(versions, columns, existing(versions)) + [
      "CREATE TABLE IF NOT EXISTS \(superseded) (id INTEGER PRIMARY KEY)",
      "CREATE TABLE IF NOT EXISTS \(withdrawn) (id INTEGER PRIMARY KEY, file INTEGER NOT NULL)",
      // Runs of ids: first and count of each, 8 bytes both.
      "CREATE TABLE IF NOT EXISTS \(held) (file INTEGER PRIMARY KEY, runs BLOB)",
      "CREATE VIEW IF NOT EXISTS \(name) AS SELECT * FROM \(versions) WHERE \(isCurrent)",
      """
      CREATE VIEW IF NOT EXISTS \(name)_history AS SELECT * FROM \(versions)
      WHERE id IN (SELECT id FROM \(superseded))
      """,
      // keys and groups: 8 bytes a version, 0 where a hash no longer counts.
      """
      CREATE TABLE IF NOT EXISTS \(name)_segment (first INTEGER PRIMARY KEY, file INTEGER NOT NULL, rows INTEGER NOT NULL,
        keys BLOB NOT NULL, groups BLOB NOT NULL)
      """,
      """
      CREATE TABLE IF NOT EXISTS \(name)_text (first INTEGER PRIMARY KEY, file INTEGER NOT NULL, rows INTEGER NOT NULL,
        columns TEXT NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL)
      """,
    ]
  }

  /// Creates a table, or adds the columns that it lacks.
  private func grow(_ table: String, _ columns: [String], _ present: Set<String>) -> [String] {
    guard !present.isEmpty else {
      return ["CREATE TABLE \(table) (\((["id INTEGER PRIMARY KEY"] + columns).joined(separator: ", ")))"]
    }
    return columns.filter { !present.contains(String($0.prefix { $0 != " " })) }
      .map { "ALTER TABLE \(table) ADD COLUMN \($0)" }
  }
}
