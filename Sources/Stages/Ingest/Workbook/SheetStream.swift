import Foundation

/// The text of a sheet as it is read: the XML parser pushes, the reader of tables pulls, so that the one works on a thread
/// of its own, a few blocks ahead.
final class SheetStream {
  private let handoff = Handoff()
  private var block: [UInt8] = []
  private var position = 0

  /// - Parameter parse: puts blocks until there are no more, or none is wanted.
  init(_ parse: @escaping @Sendable (Handoff) throws -> Void) {
    let thread = Thread { [handoff] in
      do {
        try parse(handoff)
        handoff.end(nil)
      } catch { handoff.end(error) }
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  deinit { handoff.stop() }

  /// As `ByteStream.read`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if position == block.count {
      guard let next = try handoff.take() else { return 0 }
      (block, position) = (next, 0)
    }
    let count = min(buffer.count, block.count - position)
    buffer.copyBytes(from: block[position..<position + count])
    position += count
    return count
  }

  final class Handoff: @unchecked Sendable {
    private static let ahead = 4
    private let condition = NSCondition()
    // All of the state below is guarded by `condition`.
    private var blocks: [[UInt8]] = []
    private var isEnded = false
    private var isStopped = false
    private var failure: (any Error)?

    /// Waits for room; false where no more is wanted.
    func put(_ block: [UInt8]) -> Bool {
      condition.lock()
      defer { condition.unlock() }
      while blocks.count >= Handoff.ahead, !isStopped { condition.wait() }
      blocks.append(block)
      condition.broadcast()
      return !isStopped
    }

    fileprivate func end(_ error: (any Error)?) {
      condition.lock()
      (isEnded, failure) = (true, error)
      condition.broadcast()
      condition.unlock()
    }

    fileprivate func stop() {
      condition.lock()
      isStopped = true
      condition.broadcast()
      condition.unlock()
    }

    /// Nil at the end.
    fileprivate func take() throws -> [UInt8]? {
      condition.lock()
      defer { condition.unlock() }
      while blocks.isEmpty, !isEnded { condition.wait() }
      if !blocks.isEmpty {
        let block = blocks.removeFirst()
        condition.broadcast()
        return block
      }
      if let failure { throw failure }
      return nil
    }
  }
}
