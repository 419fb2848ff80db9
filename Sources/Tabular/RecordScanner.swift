/// The rules by which records are told apart, for single records; `ChunkReader` reads whole files.
public struct RecordScanner: Sendable {
  /// Records above this many bytes are not parsed.
  public static let recordLimit = 1 << 20

  public let dialect: Dialect

  public init(dialect: Dialect) { self.dialect = dialect }

  /// The first records of `bytes`, of which the last may be cut off.
  public func records(of bytes: [UInt8], limit: Int) -> [RecordRange] {
    bytes.withUnsafeBufferPointer { buffer in
      var ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1024)
      defer { ends.deallocate() }
      return RecordIndex(dialect).records(of: buffer, isLast: true, limit: limit, ends: &ends).records.map { record in
        var record = record
        record.fieldEnds = nil
        return record
      }
    }
  }

  /// The first record of `bytes` that is not blank.
  public func first(of bytes: [UInt8]) -> RecordRange? {
    bytes.withUnsafeBufferPointer { buffer in
      var ends = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1024)
      defer { ends.deallocate() }
      var record = RecordIndex(dialect).records(of: buffer, isLast: true, limit: 1, ends: &ends).records.first
      record?.fieldEnds = nil
      return record
    }
  }
}
