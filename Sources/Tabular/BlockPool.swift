import Synchronization

/// Memory of chunks that are done with, for those to come: fresh pages cost more than finding the records in them.
final class BlockPool: Sendable {
  /// Room for the bytes of a chunk, and for where its fields end.
  struct Block: @unchecked Sendable {
    var bytes: UnsafeMutableBufferPointer<UInt8>
    var ends: UnsafeMutableBufferPointer<UInt32>

    init(capacity: Int) {
      bytes = .allocate(capacity: capacity)
      // A guess that fits most tables; it grows where fields are shorter.
      ends = .allocate(capacity: capacity / 16 + 128)
    }

    func deallocate() {
      bytes.deallocate()
      ends.deallocate()
    }
  }

  /// The one size that is kept.
  let capacity: Int
  private let free = Mutex<[Block]>([])

  init(capacity: Int) { self.capacity = capacity }

  deinit {
    free.withLock { blocks in
      for block in blocks { block.deallocate() }
    }
  }

  func take(atLeast wanted: Int) -> Block {
    guard wanted <= capacity else { return Block(capacity: wanted) }
    return free.withLock { $0.popLast() } ?? Block(capacity: capacity)
  }

  func giveBack(_ block: Block) {
    guard block.bytes.count == capacity else { return block.deallocate() }
    free.withLock { $0.append(block) }
  }
}
