import Documents
import Domain
import Tabular

/// Unpacks a gzip file as it is read, one stream after another, and verifies checksum and length of each.
final class GzipReader {
  private let source: any ByteStream
  private let path: String
  private let limits: UnpackLimits
  private let inflater: Inflater
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var rest: Range<Int> = 0..<0
  private var packed = 0
  private var unpacked = 0
  /// Streams that have ended.
  private var streams = 0
  private var isWithin = true
  private var isAtEnd = false

  init(_ source: any ByteStream, path: String, limits: UnpackLimits) throws {
    self.source = source
    self.path = path
    self.limits = limits
    inflater = try Inflater(.gzip)
  }

  deinit { input.deallocate() }

  /// As `ByteStream.read`.
  ///
  /// - Throws: `PipelineError` TF110 and TF111, `ReadError`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while !isAtEnd {
      if rest.isEmpty { try refill() }
      if !isWithin { try nextStream() }
      if isAtEnd { break }
      let step: Inflater.Progress
      do {
        step = try inflater.run(UnsafeRawBufferPointer(rebasing: input[rest]), into: buffer)
      } catch let damage as Inflater.Damage {
        throw failure(
          streams == 0 && unpacked == 0 ? "不是完好的 gzip 文件 (\(damage.reason))" : "gzip 文件已损坏 (\(damage.reason))")
      }
      rest = rest.lowerBound + step.read..<rest.upperBound
      unpacked += step.written
      try limits.check(packed: packed - rest.count, unpacked: unpacked, at: path)
      if step.isEnd {
        isWithin = false
        streams += 1
      }
      if step.written > 0 { return step.written }
    }
    return 0
  }

  private func refill() throws {
    let got = try source.read(into: input)
    rest = 0..<got
    packed += got
    guard got == 0 else { return }
    guard !isWithin else { throw failure("gzip 文件不完整, 在第 \(packed) 字节处断了") }
    isAtEnd = true
  }

  /// Behind a stream there may be another; or zeros, with which tapes were filled up.
  private func nextStream() throws {
    while !isAtEnd {
      while let byte = rest.first, input[byte] == 0 { rest = rest.dropFirst() }
      guard rest.isEmpty else { break }
      try refill()
    }
    guard let first = rest.first else { return }
    guard input[first] == 0x1F else { throw failure("gzip 文件结尾之后还有别的内容") }
    inflater.reset()
    isWithin = true
  }

  private func failure(_ message: String) -> PipelineError {
    PipelineError(.damagedGzip, .data, at: path, "\(message), 整个文件没有收", remedy: "重新传送或重新压缩后放进来")
  }
}
