/// The shape of a dataset in the warehouse: a narrow table of integers in key order, its history of superseded versions,
/// and an append-only table of the texts of both.
public struct FactTable: Sendable {
  public let name: String
  /// Integer columns after the fixed ones.
  public let integers: [String]
  public let texts: [String]
  /// Columns that need an index of their own.
  public let indexed: [String]

  /// Hash of the business key, second hash of it (tells a collision), hash of the decoded content, ledger id of the
  /// file, physical line in it, id of the row's texts.
  public static let fixed = ["id", "key_check", "content", "file", "line", "texts"]

  public init(name: String, integers: [String], texts: [String], indexed: [String] = []) {
    self.name = name
    self.integers = integers
    self.texts = texts
    self.indexed = indexed
    columns = FactTable.fixed + integers
  }

  /// All columns, in the order of a fact row's values.
  public let columns: [String]

  /// Statements that create what is missing. `existing` are the columns of each table that is there.
  func statements(existing: (String) -> Set<String>) -> [String] {
    let facts = FactTable.fixed.dropFirst().map { "\($0) INTEGER NOT NULL" } + integers.map { "\($0) INTEGER" }
    let texts = self.texts.map { "\($0) TEXT" }
    var result = grow(name, "id INTEGER PRIMARY KEY", facts, existing(name))
    result += grow("\(name)_history", "id INTEGER NOT NULL", facts, existing("\(name)_history"))
    result += grow("\(name)_text", "id INTEGER PRIMARY KEY", texts, existing("\(name)_text"))
    let indexed = self.indexed.map { "CREATE INDEX IF NOT EXISTS \(name)_\($0) ON \(name) (\($0))" }
    return result + indexed + ["CREATE INDEX IF NOT EXISTS \(name)_history_id ON \(name)_history (id)"]
  }

  /// Creates a table, or adds the columns that it lacks.
  private func grow(_ table: String, _ key: String, _ columns: [String], _ present: Set<String>) -> [String] {
    guard !present.isEmpty else { return ["CREATE TABLE \(table) (\(([key] + columns).joined(separator: ", ")))"] }
    return columns.filter { !present.contains(String($0.prefix { $0 != " " })) }
      .map { "ALTER TABLE \(table) ADD COLUMN \($0)" }
  }
}
