import Tabular
import TestSupport

/// A record as the reader under test saw it.
struct SeenRecord: Equatable {
  let number: Int
  let line: Int
  let isBroken: Bool
  /// The whole text where the record is broken.
  let fields: [String]

  /// All records of a stream with this content.
  static func all(
    of bytes: [UInt8], chunkSize: Int = 1 << 16, dialect: Dialect = Dialect()
  ) throws -> [SeenRecord] {
    let stream = MemoryStream(bytes, step: chunkSize / 3 + 1)
    return try all(in: ChunkReader(stream: stream, path: "memory", dialect: dialect, chunkSize: chunkSize), dialect)
  }

  static func all(of text: String, chunkSize: Int = 1 << 16, dialect: Dialect = Dialect()) throws -> [SeenRecord] {
    try all(of: Array(text.utf8), chunkSize: chunkSize, dialect: dialect)
  }

  /// All records that `reader` gives.
  static func all(in reader: ChunkReader, _ dialect: Dialect) throws -> [SeenRecord] {
    var splitter = FieldSplitter(dialect: dialect)
    var seen: [SeenRecord] = []
    while let chunk = try reader.next() {
      chunk.bytes.withUnsafeBufferPointer { buffer in
        for (index, record) in chunk.records.enumerated() {
          let isBroken = record.shape == .brokenQuote || record.shape == .tooLong
          var fields = [String(decoding: buffer[record.start..<record.end], as: UTF8.self)]
          if !isBroken {
            splitter.split(buffer, record)
            fields = splitter.texts(of: buffer)
          }
          seen.append(
            SeenRecord(
              number: chunk.firstRecord + index, line: chunk.firstLine + record.line, isBroken: isBroken,
              fields: fields))
        }
      }
    }
    return seen
  }
}

extension FieldSplitter {
  /// The fields of the record that was split last.
  func texts(of buffer: UnsafeBufferPointer<UInt8>) -> [String] {
    fields.indices.map { withField($0, of: buffer) { String(decoding: $0, as: UTF8.self) } }
  }
}
