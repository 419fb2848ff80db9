import CZlib

/// The checksum of ZIP and gzip, over bytes as they pass.
public struct CRC32: Sendable {
  private var state: uLong = 0

  public init() {}

  public var value: UInt32 { UInt32(truncatingIfNeeded: state) }

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    // zlib counts in 32 bits.
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      state = crc32(state, part.bindMemory(to: UInt8.self).baseAddress, uInt(part.count))
      rest = UnsafeRawBufferPointer(rebasing: rest[part.count...])
    }
  }
}
