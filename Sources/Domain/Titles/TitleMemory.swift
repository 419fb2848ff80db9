import Foundation
import Tabular

/// What titles were read as, for all threads and files of a run: exports bring the same titles again and again, and
/// reading one takes some microseconds.
final class TitleMemory: @unchecked Sendable {
  /// Two hashes of a title: that of two titles both agree does not happen, and texts would take ten times the room.
  private struct Key: Hashable {
    let first: UInt64
    let second: UInt64
  }

  /// Titles that are remembered, some 5 MB of them.
  private static let capacity = 1 << 16

  private let lock = NSLock()
  /// Guarded by `lock`.
  private var readings: [Key: TitleReading] = [:]

  /// - Parameters:
  ///   - title: its UTF-8.
  ///   - read: reads one that is new.
  func reading(_ title: UnsafeBufferPointer<UInt8>, _ read: () -> TitleReading) -> TitleReading {
    let key = Key(first: ByteHash.hash(title), second: ByteHash.hash(title, seed: 1))
    if let known = lock.withLock({ readings[key] }) { return known }
    // Two threads may read the same one: they find the same.
    let new = read()
    lock.withLock { if readings.count < TitleMemory.capacity { readings[key] = new } }
    return new
  }
}
