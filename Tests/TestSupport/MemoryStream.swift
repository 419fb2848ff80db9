import Tabular

/// Bytes in memory as a stream, a few at a time.
public final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private let step: Int
  private var position = 0

  public init(_ bytes: [UInt8], step: Int = .max) {
    self.bytes = bytes
    self.step = step
  }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let count = min(step, buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
