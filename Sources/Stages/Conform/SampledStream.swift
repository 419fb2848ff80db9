import Tabular

/// A stream of which the first bytes were read ahead, to find out what it holds.
final class SampledStream: ByteStream {
  /// At most as many bytes as were asked for, fewer where there are no more.
  let sample: [UInt8]
  private let stream: any ByteStream
  private var position = 0

  init(_ stream: any ByteStream, sampleSize: Int) throws(ReadError) {
    self.stream = stream
    var sample: [UInt8] = []
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    while sample.count < sampleSize {
      let room = UnsafeMutableRawBufferPointer(rebasing: block[..<min(block.count, sampleSize - sample.count)])
      let got = try stream.read(into: room)
      guard got > 0 else { break }
      sample += block[..<got]
    }
    self.sample = sample
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    guard position < sample.count else { return try stream.read(into: buffer) }
    let count = min(buffer.count, sample.count - position)
    buffer.copyBytes(from: sample[position..<position + count])
    position += count
    return count
  }
}
