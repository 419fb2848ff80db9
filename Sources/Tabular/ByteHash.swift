/// A 64-bit hash of bytes that is the same in every run and on every machine (Swift's own is seeded per process).
public enum ByteHash {
  /// Multiply-and-fold over 8-byte words, finished with SplitMix64. Not for adversaries: key equality is checked
  /// with a second hash of another `seed` wherever a collision would matter.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
    var state = seed ^ (UInt64(bytes.count) &* 0xA076_1D64_78BD_642F)
    var position = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while position + 8 <= raw.count {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian)
      position += 8
    }
    var tail: UInt64 = 0
    while position < raw.count {
      tail = tail << 8 | UInt64(raw[position])
      position += 1
    }
    return mix(fold(state ^ tail))
  }

  /// Adds one integer to a hash.
  public static func combine(_ hash: UInt64, _ value: Int) -> UInt64 {
    mix(fold(hash ^ UInt64(bitPattern: Int64(value))) &+ 0x9E37_79B9_7F4A_7C15)
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
    return product.high ^ product.low
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
