import GRDB
import Tabular

/// A dictionary of texts (employers, reporting units) held in memory while a file loads; new entries are written at
/// once, ids in order of first sight.
public struct DictionaryTable {
  private var table = ByteTable()
  private let insertSQL: String
  private var pending: [(id: Int, key: [UInt8], name: [UInt8])] = []
  private let hasName: Bool

  /// - Parameters:
  ///   - name: `unit` or `employer`.
  ///   - key: the column that identifies an entry.
  ///   - label: a second text column, or nil.
  public init(_ db: Database, table name: String, key: String, label: String? = nil) throws {
    hasName = label != nil
    insertSQL =
      label.map { "INSERT INTO \(name) (id, \(key), \($0)) VALUES (?, ?, ?)" }
      ?? "INSERT INTO \(name) (id, \(key)) VALUES (?, ?)"
    let rows = try BulkStatement(db, "SELECT \(key) FROM \(name) ORDER BY id")
    while try rows.step() {
      var text = rows.text(0)
      _ = text.withUTF8 { table.insert($0) }
    }
  }

  /// The id (from 1) of `key`.
  public mutating func id(of key: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>) -> Int {
    let (index, isNew) = table.insert(key)
    if isNew { pending.append((index + 1, Array(key), hasName ? Array(name) : [])) }
    return index + 1
  }

  /// Writes the entries that are new.
  public mutating func flush(_ db: Database) throws {
    let insert = try BulkStatement(db, insertSQL)
    for entry in pending {
      insert.bind(entry.id, 1)
      entry.key.withUnsafeBufferPointer { insert.bind(text: $0, 2) }
      if hasName { entry.name.withUnsafeBufferPointer { insert.bind(text: $0, 3) } }
      try insert.run()
    }
    pending.removeAll(keepingCapacity: true)
  }
}
