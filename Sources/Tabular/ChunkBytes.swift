/// The bytes of a chunk, in memory that is used again for a later chunk when nobody holds this one any more.
public final class ChunkBytes: @unchecked Sendable {
  // Written by the reader alone, before it hands the chunk out.
  var block: BlockPool.Block
  public internal(set) var count = 0
  private let pool: BlockPool

  init(from pool: BlockPool, capacity: Int) {
    self.pool = pool
    block = pool.take(atLeast: capacity)
  }

  deinit { pool.giveBack(block) }

  /// Calls `body` with the bytes; they, and what the records of the chunk know of their fields, live no longer.
  public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(UnsafeBufferPointer(rebasing: block.bytes[..<count]))
  }

  /// The room behind the bytes there are.
  var room: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: block.bytes[count...]))
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    room.copyMemory(from: UnsafeRawBufferPointer(bytes))
    count += bytes.count
  }
}
