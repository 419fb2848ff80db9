import Foundation
import GRDB
import Tabular

/// The cross tables as they are stored: one blob a table and month, so that a night writes only the months it touched.
///
/// A blob is a run of cells in key order, each five variable-length numbers (7 bits a byte, the lowest first): the
/// difference to the key before, and the four sums, with the sign in the lowest bit.
public enum CrossStore {

  /// Adds differences, whose first word is (index in `tables`) << 32 | month, and forgets them; months are merged on all
  /// cores.
  public static func add(_ deltas: inout CellTable, to tables: [String], _ db: Database) throws {
    let buckets = deltas.buckets()
    deltas.removeAll()
    let stored = try buckets.map { bucket in
      try data(db, table: tables[Int(bucket.high >> 32)], month: Int(bucket.high & 0xFFFF_FFFF))
    }
    let merged = Parallel.map(buckets.count) { merge(stored[$0], buckets[$0].cells.sorted { $0.low < $1.low }) }
    let put = try BulkStatement(db, "REPLACE INTO cross_cell VALUES (?, ?, ?)")
    let delete = try BulkStatement(db, "DELETE FROM cross_cell WHERE tab = ? AND month = ?")
    for (bucket, data) in zip(buckets, merged) {
      let (table, month) = (Array(tables[Int(bucket.high >> 32)].utf8), Int(bucket.high & 0xFFFF_FFFF))
      try table.withUnsafeBufferPointer { table in
        if data.isEmpty {
          delete.bind(staying: table, 1)
          delete.bind(month, 2)
          try delete.run()
        } else {
          put.bind(staying: table, 1)
          put.bind(month, 2)
          try data.withUnsafeBytes {
            put.bind(blob: $0, 3)
            try put.run()
          }
        }
      }
    }
  }

  /// Months of a table, in order.
  public static func months(_ db: Database, table: String) throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT month FROM cross_cell WHERE tab = ? ORDER BY month", arguments: [table])
  }

  /// Calls `body` with the key and the four sums of each cell of a month, in key order.
  public static func each(
    _ db: Database, table: String, month: Int, _ body: (UInt64, CellTable.Sums) throws -> Void
  ) throws {
    try each(of: try data(db, table: table, month: month), body)
  }

  /// As `each`, of the stored bytes of a month.
  public static func each(of data: Data, _ body: (UInt64, CellTable.Sums) throws -> Void) rethrows {
    try data.withUnsafeBytes { bytes in
      var reader = Reader(bytes)
      while let cell = reader.next() { try body(cell.0, cell.1) }
    }
  }

  /// Removes a table.
  public static func remove(_ db: Database, table: String) throws {
    try db.execute(sql: "DELETE FROM cross_cell WHERE tab = ?", arguments: [table])
  }

  /// The stored bytes of a month; empty where it has no cells.
  public static func data(_ db: Database, table: String, month: Int) throws -> Data {
    try Data.fetchOne(
      db, sql: "SELECT data FROM cross_cell WHERE tab = ? AND month = ?", arguments: [table, month]) ?? Data()
  }

  private static func merge(_ old: Data, _ deltas: [CellTable.Cell]) -> [UInt8] {
    var writer = Writer()
    writer.bytes.reserveCapacity(old.count + deltas.count * 8)
    old.withUnsafeBytes { bytes in
      var reader = Reader(bytes)
      var stored = reader.next()
      for delta in deltas {
        while let cell = stored, cell.0 < delta.low {
          writer.add(cell.0, cell.1)
          stored = reader.next()
        }
        if let cell = stored, cell.0 == delta.low {
          let (a, b) = (cell.1, delta.sums)
          writer.add(delta.low, (a.0 + b.0, a.1 + b.1, a.2 + b.2, a.3 + b.3))
          stored = reader.next()
        } else {
          writer.add(delta.low, delta.sums)
        }
      }
      while let cell = stored {
        writer.add(cell.0, cell.1)
        stored = reader.next()
      }
    }
    return writer.bytes
  }

  private struct Writer {
    var bytes: [UInt8] = []
    private var last: UInt64 = 0

    /// Cells without any sum are left out, so that the same facts always leave the same blob.
    mutating func add(_ key: UInt64, _ sums: CellTable.Sums) {
      guard sums != (0, 0, 0, 0) else { return }
      put(key - last)
      last = key
      for sum in [sums.0, sums.1, sums.2, sums.3] { put(UInt64(bitPattern: Int64(sum << 1 ^ sum >> 63))) }
    }

    private mutating func put(_ value: UInt64) {
      var value = value
      while value > 0x7F {
        bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
        value >>= 7
      }
      bytes.append(UInt8(value))
    }
  }

  private struct Reader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private var last: UInt64 = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> (UInt64, CellTable.Sums)? {
      guard position < bytes.count else { return nil }
      // A damaged blob gives other numbers; it must not stop who looks for damage.
      last &+= number()
      return (last, (signed(), signed(), signed(), signed()))
    }

    private mutating func signed() -> Int {
      let value = number()
      return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
    }

    private mutating func number() -> UInt64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return value
    }
  }
}
