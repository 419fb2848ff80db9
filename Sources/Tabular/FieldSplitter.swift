internal import CRecordIndex
import Glibc

/// Splits one record into its fields, undoubling quotes into a buffer of its own; valid until the next record.
public struct FieldSplitter {
  public let dialect: Dialect
  /// Start and end of each field: within the record's buffer, or within `scratch` where `isScratch`.
  public internal(set) var fields: [(start: Int, end: Int, isScratch: Bool)] = []
  /// Texts of fields in which a quote was doubled, something was escaped, or blanks stood around the quotes.
  public let scratch = StableBytes()
  /// Where `scratch` begins, since the last record: asked for with every cell.
  public private(set) var scratchBase: UnsafePointer<UInt8>?
  /// Ends of the fields of a record that brings none.
  private var ownEnds = [UInt32](repeating: 0, count: 256)

  private let isUTF8: Bool

  /// - Parameter dialect: its encoding is that of the bytes to split.
  public init(dialect: Dialect) {
    self.dialect = dialect
    isUTF8 = dialect.encoding == .utf8
  }

  /// Splits `record`; surrounding blanks (see `Blank`) are dropped from each field, and so are its quotes.
  ///
  /// A record of a `Chunk` knows its fields; of any other they are looked for.
  public mutating func split(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) {
    scratch.removeAll()
    guard let bytes = buffer.baseAddress, record.end > record.start else {
      fields.removeAll(keepingCapacity: true)
      fields.append((record.start, record.start, false))
      return
    }
    if let ends = record.fieldEnds {
      place(bytes, record.start, ends)
    } else {
      let count = findEnds(bytes, record)
      // Borrowed from `self` so that `place` may change the rest of it.
      let ends = ownEnds
      ends.withUnsafeBufferPointer { place(bytes, record.start, UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// Calls `body` with the bytes of field `index`.
  public func withField<Result>(
    _ index: Int, of buffer: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let field = fields[index]
    guard field.isScratch else { return body(UnsafeBufferPointer(rebasing: buffer[field.start..<field.end])) }
    return body(UnsafeBufferPointer(rebasing: scratch.buffer[field.start..<field.end]))
  }

  private mutating func place(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ ends: UnsafeBufferPointer<UInt32>) {
    if fields.count != ends.count { fields = Array(repeating: (0, 0, false), count: ends.count) }
    let isAnyRewritten = fields.withUnsafeMutableBufferPointer { [isUTF8] fields in
      var start = start
      var all: UInt32 = 0
      for index in 0..<ends.count {
        let end = FieldEnd(bits: ends[index])
        all |= end.bits
        let quotes = end.isQuoted ? 1 : 0
        let text =
          isUTF8
          ? Blank.trimmed(bytes, start + quotes, end.offset - quotes)
          : Blank.trimmedOfGB18030(bytes, start + quotes, end.offset - quotes)
        fields[index] = (text.start, text.end, false)
        start = end.offset + 1
      }
      return FieldEnd(bits: all).isRewritten
    }
    if isAnyRewritten || dialect.escape != nil {
      rewrite(bytes, start, ends)
      scratchBase = scratch.base
    }
  }

  private func mayHoldQuotes(_ record: RecordRange) -> Bool { record.shape == .quoted || record.shape == .doubtful }

  /// Fills `ownEnds`; the number of fields.
  private mutating func findEnds(_ bytes: UnsafePointer<UInt8>, _ record: RecordRange) -> Int {
    var dialect = record_dialect(
      delimiter: Int32(dialect.delimiter), quote: mayHoldQuotes(record) ? Int32(dialect.quote) : -1, newline: -1,
      escape: dialect.escape.map(Int32.init) ?? -1, needs_blank: dialect.needsBlank, has_trails: dialect.hasTrails)
    while true {
      var entry = record_entry()
      var index = record_index()
      index.position = record.start
      index.record_capacity = 1
      index.spare = record_spare
      let isDone = ownEnds.withUnsafeMutableBufferPointer { room in
        withUnsafeMutablePointer(to: &entry) { entry in
          index.records = entry
          index.ends = room.baseAddress
          index.end_capacity = room.count
          return record_index_run(bytes, record.end, dialect, 1 << 40, true, record_method_best, &index)
        }
      }
      if !isDone {
        ownEnds = Array(repeating: 0, count: ownEnds.count * 2)
      } else if entry.shape == record_broken.rawValue {
        // The caller's claim that quotes are in order does not hold: nothing may get lost, so quotes are text.
        dialect.quote = -1
      } else if index.record_count == 0 {
        // Nothing but carriage returns.
        ownEnds[0] = UInt32(record.end)
        return 1
      } else {
        return Int(entry.fields)
      }
    }
  }
}
