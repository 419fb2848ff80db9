import Foundation
import Tabular

/// A record as the reader under test saw it.
struct SeenRecord: Equatable {
  let number: Int
  let line: Int
  let isBroken: Bool
  /// The whole text where the record is broken.
  let fields: [String]

  /// All records of a file with this content.
  static func all(
    of bytes: [UInt8], chunkSize: Int = 1 << 16, dialect: Dialect = Dialect()
  ) throws -> [SeenRecord] {
    let path = NSTemporaryDirectory() + "tabular-" + UUID().uuidString
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reader = try ChunkReader(path: path, dialect: dialect, chunkSize: chunkSize)
    var splitter = FieldSplitter(dialect: dialect)
    var seen: [SeenRecord] = []
    while let chunk = try reader.next() {
      chunk.bytes.withUnsafeBufferPointer { buffer in
        for (index, record) in chunk.records.enumerated() {
          let isBroken = record.shape == .brokenQuote || record.shape == .tooLong
          var fields = [String(decoding: buffer[record.start..<record.end], as: UTF8.self)]
          if !isBroken {
            splitter.split(buffer, record)
            fields = splitter.fields.indices.map { field in
              splitter.withField(field, of: buffer) { String(decoding: $0, as: UTF8.self) }
            }
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

  static func all(of text: String, chunkSize: Int = 1 << 16, dialect: Dialect = Dialect()) throws -> [SeenRecord] {
    try all(of: Array(text.utf8), chunkSize: chunkSize, dialect: dialect)
  }
}
