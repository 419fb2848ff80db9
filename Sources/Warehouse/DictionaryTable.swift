import Tabular

/// A dictionary of texts (employers, reporting units) held in memory while a file loads; new entries are written at
/// once, ids in order of first sight.
public struct DictionaryTable: ~Copyable {
  private var table = ByteTable()
  private let insertSQL: String
  /// Entries that the warehouse has.
  private var stored = 0
  /// Labels of the others, one behind the other.
  private var labels: [UInt8] = []
  private var labelEnds: [Int] = []
  private let hasLabel: Bool

  /// - Parameters:
  ///   - name: `unit` or `employer`.
  ///   - key: the column that identifies an entry.
  ///   - label: a second text column, or nil.
  public init(_ db: Database, table name: String, key: String, label: String? = nil) throws {
    hasLabel = label != nil
    insertSQL =
      label.map { "INSERT INTO \(name) (id, \(key), \($0)) VALUES (?, ?, ?)" }
      ?? "INSERT INTO \(name) (id, \(key)) VALUES (?, ?)"
    let rows = try BulkStatement(db, "SELECT \(key) FROM \(name) ORDER BY id")
    while try rows.step() {
      _ = rows.withBytes(0) { table.insert($0.bindMemory(to: UInt8.self)) }
    }
    stored = table.count
  }

  /// The id (from 1) of `key`.
  public mutating func id(of key: UnsafeBufferPointer<UInt8>, label: UnsafeBufferPointer<UInt8>) -> Int {
    id(of: key, hash: ByteHash.hash(key), label: label)
  }

  /// As `id(of:label:)`, for who has the key's `ByteHash` already.
  public mutating func id(
    of key: UnsafeBufferPointer<UInt8>, hash: UInt64, label: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let (index, isNew) = table.insert(key, hash: hash)
    if isNew, hasLabel {
      labels.append(contentsOf: label)
      labelEnds.append(labels.count)
    }
    return index + 1
  }

  /// Tells ahead which entries are wanted (see `ByteTable.prefetch`).
  @inline(__always)
  public func prefetch(_ hashes: UnsafeBufferPointer<UInt64>, from index: Int) { table.prefetch(hashes, from: index) }

  /// Writes the entries that are new.
  public mutating func flush(_ db: Database) throws {
    guard table.count > stored else { return }
    let insert = try BulkStatement(db, insertSQL)
    for index in stored..<table.count {
      insert.bind(index + 1, 1)
      try table.withKey(index) { key in
        // The bytes stay where they are until the statement has run.
        insert.bind(staying: key, 2)
        guard hasLabel else { return try insert.run() }
        try labels.withUnsafeBufferPointer { labels in
          let place = index - stored
          let start = place == 0 ? 0 : labelEnds[place - 1]
          insert.bind(staying: UnsafeBufferPointer(rebasing: labels[start..<labelEnds[place]]), 3)
          try insert.run()
        }
      }
    }
    stored = table.count
    labels.removeAll(keepingCapacity: true)
    labelEnds.removeAll(keepingCapacity: true)
  }
}
