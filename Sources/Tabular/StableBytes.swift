/// Bytes in memory of their own: an address within them is good until bytes are appended or removed, where that of an array
/// ends with the closure that was given it.
public final class StableBytes {
  private var room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 12)
  public private(set) var count = 0

  public init() {}

  deinit { room.deallocate() }

  /// Where they begin; moves when bytes are appended that do not fit.
  @inline(__always)
  public var base: UnsafePointer<UInt8>? { UnsafePointer(room.baseAddress) }

  /// All of them; empty, with an address, where there are none.
  public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: room[..<count]) }

  public func removeAll() { count = 0 }

  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    if count + bytes.count > room.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(room.count * 2, count + bytes.count))
      _ = larger.update(fromContentsOf: room[..<count])
      room.deallocate()
      room = larger
    }
    _ = UnsafeMutableBufferPointer(rebasing: room[count...]).update(fromContentsOf: bytes)
    count += bytes.count
  }

  /// Puts `bytes` in the place of all.
  public func replace(with bytes: [UInt8]) {
    removeAll()
    bytes.withUnsafeBufferPointer(append)
  }
}
