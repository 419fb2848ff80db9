/// The rules by which records are told apart, for single records; `ChunkReader` reads whole files.
public struct RecordScanner: Sendable {
  /// Records above this many bytes are not parsed.
  public static let recordLimit = 1 << 20

  public let dialect: Dialect

  public init(dialect: Dialect) { self.dialect = dialect }

  /// Of each of the first `count` records: how many fields it has, and whether a delimiter ends it.
  public func tails(_ count: Int, of bytes: [UInt8], isCut: Bool) -> [(fields: Int, isEmpty: Bool)] {
    bytes.withUnsafeBufferPointer { buffer in
      var ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1024)
      defer { ends.deallocate() }
      var index = RecordIndex(dialect)
      return index.records(of: buffer, isLast: !isCut, limit: count, ends: &ends).records.map { record in
        let last = buffer[record.start..<record.end].last { $0 != 0x20 }
        return (record.fieldEnds?.count ?? 0, last == dialect.delimiter)
      }
    }
  }

  /// The first `count` records of `bytes` that are not blank.
  ///
  /// - Parameter isCut: the last record of the bytes may go on behind them, and is left out.
  public func first(_ count: Int, of bytes: [UInt8], isCut: Bool = false) -> [RecordRange] {
    bytes.withUnsafeBufferPointer { buffer in
      var ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1024)
      defer { ends.deallocate() }
      var index = RecordIndex(dialect)
      return index.records(of: buffer, isLast: !isCut, limit: count, ends: &ends).records.map { record in
        var record = record
        record.fieldEnds = nil
        return record
      }
    }
  }
}
