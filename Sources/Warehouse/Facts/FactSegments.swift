/// The hashes of all versions, in the order of their ids: what a load reads instead of an index.
///
/// 16 bytes a version, read in one sweep (5 million in 50 ms), where a secondary index of random keys would be descended
/// and rewritten for every row. A hash of 0 counts for nothing.
public struct FactSegments {
  private let db: Database
  private let table: FactTable

  /// Versions a segment.
  private static let rows = 8192
  /// Versions by which places of the directory are told ahead.
  private static let ahead = 16

  public init(_ db: Database, _ table: FactTable) {
    self.db = db
    self.table = table
  }

  /// The id of the next version.
  public func nextID() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT coalesce(max(first + rows), 1) FROM \(table.name)_segment") ?? 1
  }

  /// The number of versions, those of the history included.
  public func count() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT coalesce(sum(rows), 0) FROM \(table.name)_segment") ?? 0
  }

  /// The versions that are not in the history, by the hash of their key.
  ///
  /// - Parameter keys: those of which versions are wanted; nil: all.
  public func directory(of keys: HashFilter? = nil) throws -> KeyDirectory {
    let count = try keys == nil ? count() : 0
    var directory = KeyDirectory(capacity: count + count / 16)
    let history = try BulkStatement(db, "SELECT id FROM \(table.superseded) ORDER BY id")
    var superseded = try history.step() ? history.integer(0) : Int.max
    try each("keys") { first, hashes in
      for offset in 0..<hashes.count {
        let id = first + offset
        if let keys {
          guard keys.contains(hashes[offset]) else { continue }
        } else if offset + FactSegments.ahead < hashes.count {
          directory.prefetch(hashes[offset + FactSegments.ahead])
        }
        while superseded < id { superseded = try history.step() ? history.integer(0) : Int.max }
        if id != superseded { directory.insert(hashes[offset], id) }
      }
    }
    return directory
  }

  /// Calls `body` with the first id and the group hashes of each segment.
  public func eachGroups(_ body: (Int, UnsafeBufferPointer<UInt64>) throws -> Void) throws {
    try each("groups", body)
  }

  /// Appends the versions of one file, `first` and on.
  public func append(first: Int, file: Int, keys: [UInt64], groups: [UInt64]) throws {
    let insert = try BulkStatement(db, "INSERT INTO \(table.name)_segment VALUES (?, ?, ?, ?, ?)")
    for start in stride(from: 0, to: keys.count, by: FactSegments.rows) {
      let range = start..<min(start + FactSegments.rows, keys.count)
      insert.bind(first + start, 1)
      insert.bind(file, 2)
      insert.bind(range.count, 3)
      try keys[range].withUnsafeBytes { keys in
        try groups[range].withUnsafeBytes { groups in
          insert.bind(blob: keys, 4)
          insert.bind(blob: groups, 5)
          try insert.run()
        }
      }
    }
  }

  private func each(_ column: String, _ body: (Int, UnsafeBufferPointer<UInt64>) throws -> Void) throws {
    let rows = try BulkStatement(db, "SELECT first, \(column) FROM \(table.name)_segment ORDER BY first")
    var hashes: [UInt64] = []
    while try rows.step() {
      // SQLite does not promise the alignment that 8-byte loads want.
      rows.withBytes(1) { bytes in
        hashes = Array(unsafeUninitializedCapacity: bytes.count / 8) { buffer, count in
          count = bytes.count / 8
          if count > 0 { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes) }
        }
      }
      try hashes.withUnsafeBufferPointer { try body(rows.integer(0), $0) }
    }
  }
}
