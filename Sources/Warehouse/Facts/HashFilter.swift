/// Which business keys a file may hold: a bit for each share of the hashes, so that a load looks for the versions of
/// these keys only and need not list all that the warehouse has.
///
/// A key that was inserted is always found; of the others about one in `size / keys`.
public struct KeyFilter: Sendable {
  private var words: [UInt64]
  private let size: UInt64

  /// - Parameter size: number of bits; many times the keys to come.
  public init(size: Int) {
    self.size = UInt64(min(max(size, 1 << 10), Int(UInt32.max)))
    words = Array(repeating: 0, count: Int(self.size) / 64 + 1)
  }

  public mutating func insert(_ hash: UInt64) {
    let bit = bit(hash)
    words[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  public func mayContain(_ hash: UInt64) -> Bool {
    let bit = bit(hash)
    return words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  @inline(__always)
  private func bit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: ((hash >> 32) &* size) >> 32) }
}
