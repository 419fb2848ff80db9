import Foundation
import Tabular
import TestSupport
import Testing

@Suite struct ByteStreamTests {
  @Test func fileStreamReadsAFileToItsEnd() throws {
    let path = NSTemporaryDirectory() + "tabular-" + UUID().uuidString
    try Data("\u{FEFF}a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let dialect = Dialect(byteOrderMark: 3)
    let seen = try SeenRecord.all(in: ChunkReader(path: path, dialect: dialect), dialect)
    #expect(seen.map(\.fields) == [["a", "b"], ["1", "2"]])
  }

  @Test func missingFileNamesThePath() {
    #expect(throws: ReadError.system(operation: "open", path: "/no/such.csv", errno: 2)) {
      try ChunkReader(path: "/no/such.csv", dialect: Dialect())
    }
  }

  @Test func directoryCannotBeRead() throws {
    let reader = try ChunkReader(path: "/", dialect: Dialect())
    #expect(throws: ReadError.system(operation: "read", path: "/", errno: 21)) { try reader.next() }
  }

  /// Memory is used again, but not while somebody still looks at it.
  @Test func chunksKeepTheirBytesWhileTheyAreHeld() throws {
    let text = (0..<5000).map { "\($0),x\n" }.joined()
    let reader = ChunkReader(stream: MemoryStream(Array(text.utf8)), path: "", dialect: Dialect(), chunkSize: 1000)
    var held: [Chunk] = []
    var count = 0
    while let chunk = try reader.next() {
      count += 1
      if count % 2 == 0 { held.append(chunk) }
    }
    var splitter = FieldSplitter(dialect: Dialect())
    var wrong = 0
    for chunk in held {
      chunk.bytes.withUnsafeBufferPointer { buffer in
        for (index, record) in chunk.records.enumerated() {
          splitter.split(buffer, record)
          if splitter.texts(of: buffer) != ["\(chunk.firstRecord + index)", "x"] { wrong += 1 }
        }
      }
    }
    #expect(held.count > 10)
    #expect(wrong == 0)
  }
}
