/// A set of hashes that may say yes too often, never no: one bit a hash. It tells the few versions that a load has to look
/// at from all that the warehouse has.
///
/// Of the hashes that were not inserted it takes about one in `size / inserted` for one that was.
public struct HashFilter: Sendable {
  private var words: [UInt64]
  private let size: UInt64

  /// - Parameter size: number of bits; many times the hashes to come.
  public init(size: Int) {
    self.size = UInt64(min(max(size, 1 << 10), Int(UInt32.max)))
    words = Array(repeating: 0, count: Int(self.size) / 64 + 1)
  }

  public mutating func insert(_ hash: UInt64) {
    let bit = bit(hash)
    words[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  public func contains(_ hash: UInt64) -> Bool {
    let bit = bit(hash)
    return words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Stored hashes lack their first or their last bit: the product spreads the others over all.
  @inline(__always)
  private func bit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (((hash &* 0x9E37_79B9_7F4A_7C15) >> 32) &* size) >> 32)
  }
}
