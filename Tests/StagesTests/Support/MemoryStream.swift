import Tabular

/// Bytes in memory as a stream, a few at a time.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private let step: Int
  private var position = 0

  init(_ bytes: [UInt8], step: Int = .max) {
    self.bytes = bytes
    self.step = step
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let count = min(step, buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}

/// Reads to the end, `step` bytes at a time.
func all(step: Int = 4096, _ read: (UnsafeMutableRawBufferPointer) throws -> Int) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: step)
  while case let got = try block.withUnsafeMutableBytes(read), got > 0 { bytes += block[..<got] }
  return bytes
}
