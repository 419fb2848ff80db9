import Dispatch
import Foundation
import Tabular

/// Differences on their way into the stored cross tables: months are merged on all cores while the caller does something
/// else, and written when it asks for it.
public final class CrossMerge: @unchecked Sendable {
  private let tables: [String]
  private let buckets: [CellTable.Bucket]
  private let isMerged = DispatchGroup()
  /// One blob a bucket; written on another thread before `isMerged`, read after it.
  private var merged: [[UInt8]] = []

  /// Begins to merge `deltas` with what is stored, and forgets them; nothing else may write to `tables` until `store`.
  ///
  /// - Parameter deltas: their first word is (index in `tables`) << 32 | month.
  public init(_ deltas: inout CellTable, with tables: [String], _ db: Database) throws {
    self.tables = tables
    buckets = deltas.buckets()
    deltas.removeAll()
    let stored = try buckets.map {
      let place = CrossMerge.place($0)
      return try CrossStore.data(db, table: tables[place.table], month: place.month)
    }
    DispatchQueue.global().async(group: isMerged) { [self] in
      merged = Parallel.map(buckets.count) {
        CrossMerge.merge(stored[$0], buckets[$0].cells.sorted { $0.low < $1.low })
      }
    }
  }

  /// Writes the merged months.
  public func store(_ db: Database) throws {
    isMerged.wait()
    let put = try BulkStatement(db, "REPLACE INTO cross_cell VALUES (?, ?, ?)")
    let delete = try BulkStatement(db, "DELETE FROM cross_cell WHERE tab = ? AND month = ?")
    for (bucket, data) in zip(buckets, merged) {
      let (index, month) = CrossMerge.place(bucket)
      try Array(tables[index].utf8).withUnsafeBufferPointer { table in
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

  /// Index of the table, and the month.
  private static func place(_ bucket: CellTable.Bucket) -> (table: Int, month: Int) {
    (Int(bucket.high >> 32), Int(bucket.high & 0xFFFF_FFFF))
  }

  private static func merge(_ old: [UInt8], _ deltas: [CellTable.Cell]) -> [UInt8] {
    var writer = CrossCells.Writer()
    writer.bytes.reserveCapacity(old.count + deltas.count * 8)
    old.withUnsafeBytes { bytes in
      var reader = CrossCells.Reader(bytes)
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
}
