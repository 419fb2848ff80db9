import Tabular
import TestSupport
import Testing

/// Megabytes of the worst there is take no longer than megabytes of rows: each byte is looked at a few times at most.
@Suite(.serialized) struct ReaderBlowUpTests {
  static let pieces = [
    "\"", ",", "\n", "\r", "\r\n", "\"\"", "\"\n", "\"\r", "\"a", "\"a\n", "\"\"\n", "\"\",", "\",", "a,\"\"\"\n",
    "\"a\"\r\r",
    "\"a\"\r\n", "\"a\"b\n", "1", "岗", "\u{3000}", "\u{3000}\n", "\0", "x\"", "\"x\n\"\"y\n",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: pieces)
  func megabytesOf(piece: String) throws {
    let bytes = Array(String(repeating: piece, count: (2 << 20) / piece.utf8.count).utf8)
    let reader = ChunkReader(stream: MemoryStream(bytes), path: "", dialect: Dialect())
    var splitter = FieldSplitter(dialect: Dialect())
    var total = 0
    while let chunk = try reader.next() {
      total += chunk.bytes.count
      chunk.bytes.withUnsafeBufferPointer { buffer in
        for record in chunk.records { splitter.split(buffer, record) }
      }
    }
    #expect(total == bytes.count)
  }

  /// One quote that is never closed before megabytes of each.
  @Test(.timeLimit(.minutes(1)), arguments: pieces)
  func openQuoteBefore(piece: String) throws {
    let bytes = Array("a,\"".utf8) + Array(String(repeating: piece, count: (2 << 20) / piece.utf8.count).utf8)
    let reader = ChunkReader(stream: MemoryStream(bytes), path: "", dialect: Dialect())
    var total = 0
    while let chunk = try reader.next() { total += chunk.bytes.count }
    #expect(total == bytes.count)
  }
}
