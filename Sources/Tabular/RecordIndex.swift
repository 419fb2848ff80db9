internal import CRecordIndex

/// Finds the records of a buffer and the fields in them, in one pass over its bytes.
///
/// A quote counts only where it opens a field, behind blanks at most, so that a stray inch mark in a text does not swallow
/// the rows behind it; a quoted field that is not closed properly breaks just its own physical line (RFC 4180 otherwise: a
/// newline inside quotes belongs to the field). The answers do not depend on where the buffer ends. A table in which most
/// quotes are out of order has its quoted fields end with their lines, so that the work is in proportion to its size.
struct RecordIndex {
  /// What one call found.
  struct Found {
    var records: [RecordRange]
    /// Bytes of whole records, and the newlines in them.
    var used: Int
    var lines: Int
  }

  private let dialect: record_dialect
  private let method: record_method
  private var spare = record_spare

  init(_ dialect: Dialect, method: record_method = record_method_best) {
    self.dialect = record_dialect(
      delimiter: Int32(dialect.delimiter), quote: Int32(dialect.quote), newline: Int32(dialect.newline),
      escape: dialect.escape.map(Int32.init) ?? -1, needs_blank: dialect.needsBlank, has_trails: dialect.hasTrails)
    self.method = method
  }

  /// The records of `bytes`, which follow on those of the call before; blank lines are none.
  ///
  /// - Parameters:
  ///   - isLast: the end of the bytes ends the last record; else an unfinished record is left out.
  ///   - limit: no more records than this are looked for.
  ///   - ends: room for the ends of fields, made larger where it is too small; the records point into it.
  mutating func records(
    of bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, limit: Int = .max,
    ends: inout UnsafeMutableBufferPointer<UInt32>
  ) -> Found {
    var entries = [record_entry](repeating: record_entry(), count: min(limit, bytes.count / 256 + 16))
    var state = record_index()
    state.spare = spare
    while true {
      let isDone = entries.withUnsafeMutableBufferPointer { room in
        state.records = room.baseAddress
        state.record_capacity = room.count
        state.ends = ends.baseAddress
        state.end_capacity = ends.count
        return record_index_run(
          bytes.baseAddress, bytes.count, dialect, RecordScanner.recordLimit, isLast, method, &state)
      }
      if isDone || state.record_count >= limit { break }
      if state.record_count == entries.count {
        entries += Array(repeating: record_entry(), count: min(limit, entries.count * 2) - entries.count)
      } else {
        grow(&ends)
      }
    }
    spare = state.spare
    let pointers = UnsafeBufferPointer(ends)
    let records = entries[..<state.record_count].map { entry in
      var record = RecordRange(
        start: Int(entry.start), end: Int(entry.end), line: Int(entry.line),
        shape: RecordRange.Shape(rawValue: UInt8(entry.shape)) ?? .brokenQuote)
      if entry.fields > 0 {
        record.fieldEnds = UnsafeBufferPointer(rebasing: pointers[Int(entry.first)..<Int(entry.first + entry.fields)])
      }
      return record
    }
    return Found(records: records, used: state.position, lines: state.lines)
  }

  private func grow(_ ends: inout UnsafeMutableBufferPointer<UInt32>) {
    let larger = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: ends.count * 2)
    _ = larger.update(fromContentsOf: ends)
    ends.deallocate()
    ends = larger
  }
}
