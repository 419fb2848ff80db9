import Documents
import Domain
import Tabular

/// Unpacks a member of a ZIP file as it is read, and verifies its size and checksum.
final class ZipMemberReader {
  private let file: RandomAccessFile
  private let member: ZipIndex.Member
  private let place: String
  private let limits: UnpackLimits
  private let inflater: Inflater?
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var rest: Range<Int> = 0..<0
  private var packed = 0
  private var unpacked = 0
  private var crc = CRC32()
  private var isAtEnd = false

  /// - Parameter place: names the member in errors.
  init(_ member: ZipIndex.Member, of path: String, place: String, limits: UnpackLimits) throws {
    self.member = member
    self.place = place
    self.limits = limits
    file = try RandomAccessFile(path)
    inflater = member.isDeflated ? try Inflater(.raw) : nil
  }

  deinit { input.deallocate() }

  /// As `ByteStream.read`.
  ///
  /// - Throws: `PipelineError` TF110 and TF112, `FileFailure`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while !isAtEnd {
      if rest.isEmpty { try refill() }
      let step = try inflater.map { try inflate($0, into: buffer) } ?? copy(into: buffer)
      rest = rest.lowerBound + step.read..<rest.upperBound
      unpacked += step.written
      try limits.check(packed: packed - rest.count, unpacked: unpacked, at: place)
      guard unpacked <= member.size else { throw failure("解出的字节多于目录所说的 \(member.size)") }
      crc.add(UnsafeRawBufferPointer(rebasing: buffer[..<step.written]))
      if step.isEnd { try finish() }
      if step.written > 0 { return step.written }
    }
    return 0
  }

  private func refill() throws {
    let left = min(member.packedSize - packed, input.count)
    guard left > 0 else { return }
    let got = try file.read(at: member.offset + packed, into: UnsafeMutableRawBufferPointer(rebasing: input[..<left]))
    guard got > 0 else { throw failure("压缩包不完整") }
    rest = 0..<got
    packed += got
  }

  private func inflate(_ inflater: Inflater, into buffer: UnsafeMutableRawBufferPointer) throws -> Inflater.Progress {
    do {
      let step = try inflater.run(UnsafeRawBufferPointer(rebasing: input[rest]), into: buffer)
      guard step.isEnd || step.read + step.written > 0 else { throw failure("压缩内容提前结束") }
      return step
    } catch let damage as Inflater.Damage {
      throw failure("压缩内容已损坏 (\(damage.reason))")
    }
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) -> Inflater.Progress {
    let count = min(rest.count, buffer.count)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[rest.prefix(count)]))
    return Inflater.Progress(read: count, written: count, isEnd: unpacked + count == member.packedSize)
  }

  private func finish() throws {
    isAtEnd = true
    guard packed == member.packedSize, rest.isEmpty else { throw failure("压缩内容之后还有别的字节") }
    guard unpacked == member.size else { throw failure("解出 \(unpacked) 字节, 目录中是 \(member.size)") }
    guard crc.value == member.crc else { throw failure("校验和 (CRC) 不符") }
  }

  private func failure(_ message: String) -> PipelineError {
    PipelineError(.damagedMember, .data, at: place, "压缩包已损坏: \(message), 整个压缩包没有收", remedy: "重新传送或重新压缩后放进来")
  }
}
