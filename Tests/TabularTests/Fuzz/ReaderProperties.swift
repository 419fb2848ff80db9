import CRecordIndex
import Tabular
import TestSupport

/// What has to hold of the reader for any bytes whatever; held against the corpus by the tests, against millions of
/// mutations of it by `Tests/Fuzz/run.sh reader`.
enum ReaderProperties {
  /// What does not hold; empty where all is well.
  static func violations(_ bytes: [UInt8]) -> [String] {
    _ = try? SmallTable(bytes)
    var found = methods(bytes) + encodings(bytes)
    var dialects = [Dialect(delimiter: UInt8(ascii: ";")), Dialect(newline: .carriageReturn)]
    if let sniffed = try? DialectSniffer.sniff(bytes) { dialects.append(sniffed) }
    for dialect in dialects {
      do { found += try reading(bytes, dialect) } catch { found.append("\(error)") }
    }
    return found
  }

  private static func reading(_ bytes: [UInt8], _ dialect: Dialect) throws -> [String] {
    let body = Array(bytes.dropFirst(dialect.byteOrderMark))
    let expected = try places(bytes, dialect, chunkSize: 1 << 20)
    var found = Set([1, 7, 64, bytes.count / 3 + 1]).compactMap { chunkSize in
      (try? places(bytes, dialect, chunkSize: chunkSize)) == expected ? nil : "chunks of \(chunkSize) differ"
    }
    var position = 0
    for record in expected {
      let between = body[position..<max(record.start, position)]
      if record.start < position || record.end > body.count { found.append("record out of place") }
      // What belongs to no record: the line end before it, and blank lines.
      if !between.allSatisfy({ $0 == dialect.newline || $0 == .carriageReturn }) { found.append("bytes lost") }
      if record.line != 1 + body[..<record.start].count(where: { $0 == dialect.newline }) { found.append("wrong line") }
      position = record.end
    }
    if !body[position...].allSatisfy({ $0 == dialect.newline || $0 == .carriageReturn }) { found.append("end lost") }
    return found + comparison(body, dialect) + raw(body, dialect)
  }

  /// A record's place in the file, and its fields.
  private struct Place: Equatable {
    var start: Int
    var end: Int
    var line: Int
    var shape: RecordRange.Shape
    var fields: [[UInt8]]
  }

  private static func places(_ bytes: [UInt8], _ dialect: Dialect, chunkSize: Int) throws -> [Place] {
    let stream = MemoryStream(bytes, step: chunkSize / 2 + 1)
    let reader = ChunkReader(stream: stream, path: "", dialect: dialect, chunkSize: chunkSize)
    var splitter = FieldSplitter(dialect: dialect)
    var result: [Place] = []
    var offset = 0
    while let chunk = try reader.next() {
      chunk.bytes.withUnsafeBufferPointer { buffer in
        for record in chunk.records {
          splitter.split(buffer, record)
          let fields = splitter.fields.indices.map { splitter.withField($0, of: buffer) { Array($0) } }
          var unknown = RecordRange(start: record.start, end: record.end, line: 0, shape: record.shape)
          if unknown.shape == .tooLong { unknown.shape = .plain }
          splitter.split(buffer, unknown)
          let again = splitter.fields.indices.map { splitter.withField($0, of: buffer) { Array($0) } }
          precondition(again == fields, "known ends of fields differ from those looked for")
          result.append(
            Place(
              start: offset + record.start, end: offset + record.end, line: chunk.firstLine + record.line,
              shape: record.shape, fields: fields))
        }
      }
      offset += chunk.bytes.count
    }
    return result
  }

  /// GB18030 cut into fields as it is gives what the decoded text gives.
  private static func raw(_ body: [UInt8], _ dialect: Dialect) -> [String] {
    guard let text = body.withUnsafeBufferPointer({ TextEncoding.gb18030.decoded($0) }) else { return [] }
    return [dialect.delimiter, UInt8(ascii: "|")].compactMap { delimiter in
      let raw = Dialect(delimiter: delimiter, newline: dialect.newline, encoding: .gb18030)
      let decoded = Dialect(delimiter: delimiter, newline: dialect.newline)
      guard let places = try? places(body, raw, chunkSize: 64),
        let expected = try? self.places(text, decoded, chunkSize: 64)
      else { return "cannot be read" }
      let fields = places.map { $0.fields.map { $0.withUnsafeBufferPointer(utf8) } }
      return fields == expected.map(\.fields) && places.map(\.shape) == expected.map(\.shape)
        ? nil : "raw fields differ"
    }
  }

  private static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let decoded = TextEncoding.gb18030.decoded(bytes) ?? Array("?".utf8)
    return decoded.withUnsafeBufferPointer { Array(Blank.trimmed($0)) }
  }

  /// The naive parser sees the same, and what is quoted on writing comes back on reading.
  private static func comparison(_ body: [UInt8], _ dialect: Dialect) -> [String] {
    guard body.count < 4096, let text = String(validating: body, as: UTF8.self),
      let seen = try? SeenRecord.all(of: body, dialect: Dialect(delimiter: dialect.delimiter, newline: dialect.newline))
    else { return [] }
    var found = seen == NaiveParser.records(of: text, dialect: dialect) ? [] : ["the naive parser differs"]
    let rows = seen.filter { !$0.isBroken && $0.fields != [""] }.map(\.fields)
    let newline = String(Unicode.Scalar(dialect.newline))
    let delimiter = Unicode.Scalar(dialect.delimiter)
    let written = rows.map { row in
      row.map { FieldQuoting.quoted($0, delimiter: delimiter) }.joined(separator: String(delimiter)) + newline
    }
    let again = try? SeenRecord.all(of: Array(written.joined().utf8), dialect: dialect.withoutMark).map(\.fields)
    if again != rows { found.append("written rows differ") }
    return found
  }

  /// Every way to compare blocks gives the same answer.
  private static func methods(_ bytes: [UInt8]) -> [String] {
    let methods = [record_method_scalar, record_method_vector, record_method_avx2].filter(record_method_exists)
    return bytes.withUnsafeBufferPointer { buffer in
      let valid = Set(methods.map { utf8_is_valid(buffer.baseAddress, buffer.count, $0) })
      let standard = (try? UTF8Span(validating: Span(_unsafeElements: buffer))) != nil
      let indexes = Set(methods.map { index(buffer, $0) })
      return (valid == [standard] ? [] : ["UTF-8 differs"]) + (indexes.count == 1 ? [] : ["indexes differ"])
    }
  }

  private static func index(_ bytes: UnsafeBufferPointer<UInt8>, _ method: record_method) -> [UInt32] {
    var records = [record_entry](repeating: record_entry(), count: bytes.count + 1)
    var ends = [UInt32](repeating: 0, count: bytes.count + 130)
    var state = record_index()
    state.spare = record_spare
    records.withUnsafeMutableBufferPointer { records in
      ends.withUnsafeMutableBufferPointer { ends in
        (state.records, state.record_capacity) = (records.baseAddress, records.count)
        (state.ends, state.end_capacity) = (ends.baseAddress, ends.count)
        let dialect = record_dialect(
          delimiter: 0x2C, quote: 0x22, newline: 0x0A, escape: -1, needs_blank: false, has_trails: false)
        // A low limit, so that long records are met too.
        _ = record_index_run(bytes.baseAddress, bytes.count, dialect, 100, true, method, &state)
      }
    }
    return records[..<state.record_count].flatMap { [$0.start, $0.end, $0.line, $0.fields, $0.shape] }
      + ends[..<state.end_count]
  }

  private static func encodings(_ bytes: [UInt8]) -> [String] {
    bytes.withUnsafeBufferPointer { buffer in
      let decoded = TextEncoding.gb18030.decoded(buffer)
      guard TextEncoding.gb18030.isValid(buffer) == (decoded != nil) else { return ["GB18030 differs"] }
      return decoded?.withUnsafeBufferPointer { TextEncoding.utf8.isValid($0) } ?? true ? [] : ["decoded to no UTF-8"]
    }
  }
}

extension Dialect {
  fileprivate var withoutMark: Dialect { Dialect(delimiter: delimiter, newline: newline) }
}
