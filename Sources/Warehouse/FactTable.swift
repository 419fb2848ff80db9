/// The shape of a dataset in the warehouse: a narrow table of integers in key order, a table of texts beside it, and a
/// history of each for superseded versions.
public struct FactTable: Sendable {
  public let name: String
  /// Integer columns after the fixed ones.
  public let integers: [String]
  public let texts: [String]
  /// Columns that need an index of their own.
  public let indexed: [String]

  /// Hash of the business key, second hash of it (tells a collision), hash of the decoded content, ledger id of the
  /// file, physical line in it.
  public static let fixed = ["id", "key_check", "content", "file", "line"]

  public init(name: String, integers: [String], texts: [String], indexed: [String] = []) {
    self.name = name
    self.integers = integers
    self.texts = texts
    self.indexed = indexed
  }

  public var columns: [String] { FactTable.fixed + integers }

  /// Statements that create what is missing. `existing` are the columns of each table that is there.
  func statements(existing: (String) -> Set<String>) -> [String] {
    var result: [String] = []
    for (table, integers, texts) in [(name, self.integers, []), ("\(name)_text", [], self.texts)] {
      let lead = texts.isEmpty && table == name ? FactTable.fixed : ["id"]
      for (target, isHistory) in [(table, false), ("\(table)_history", true)] {
        let present = existing(target)
        let wanted = integers.map { ($0, "INTEGER") } + texts.map { ($0, "TEXT") }
        if present.isEmpty {
          let columns =
            lead.map { $0 == "id" && !isHistory ? "id INTEGER PRIMARY KEY" : "\($0) INTEGER NOT NULL" }
            + wanted.map { "\($0.0) \($0.1)" }
          result.append("CREATE TABLE \(target) (\(columns.joined(separator: ", ")))")
          if isHistory { result.append("CREATE INDEX \(target)_id ON \(target) (id)") }
          if target == name {
            for column in indexed { result.append("CREATE INDEX \(name)_\(column) ON \(name) (\(column))") }
          }
        } else {
          for (column, type) in wanted where !present.contains(column) {
            result.append("ALTER TABLE \(target) ADD COLUMN \(column) \(type)")
          }
        }
      }
    }
    return result
  }
}
