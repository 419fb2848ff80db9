/// A 64-bit hash of bytes that is the same in every run and on every machine (Swift's own is seeded per process).
public enum ByteHash {
  /// Wang Yi's wyhash (final version 4). Not for adversaries: key equality is checked with a second hash of another
  /// `seed` wherever a collision would matter.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
    let count = bytes.count
    var state = seed ^ fold(seed ^ secret.0, secret.1)
    let (first, second): (UInt64, UInt64)
    if count <= 16 {
      (first, second) = short(bytes)
    } else {
      let raw = UnsafeRawPointer(bytes.baseAddress!)
      var position = 0
      if count >= 48 {
        // Three lanes that do not wait for each other.
        var (left, right) = (state, state)
        repeat {
          state = fold(word(raw, position) ^ secret.1, word(raw, position + 8) ^ state)
          left = fold(word(raw, position + 16) ^ secret.2, word(raw, position + 24) ^ left)
          right = fold(word(raw, position + 32) ^ secret.3, word(raw, position + 40) ^ right)
          position += 48
        } while count - position >= 48
        state ^= left ^ right
      }
      while count - position > 16 {
        state = fold(word(raw, position) ^ secret.1, word(raw, position + 8) ^ state)
        position += 16
      }
      (first, second) = (word(raw, count - 16), word(raw, count - 8))
    }
    let product = (first ^ secret.1).multipliedFullWidth(by: second ^ state)
    return fold(product.low ^ secret.0 ^ UInt64(count), product.high ^ secret.1)
  }

  /// Adds one integer to a hash.
  public static func combine(_ hash: UInt64, _ value: Int) -> UInt64 {
    let product = (hash ^ secret.0).multipliedFullWidth(by: UInt64(bitPattern: Int64(value)) ^ secret.1)
    return fold(product.low ^ secret.0, product.high ^ secret.1)
  }

  private static var secret: (UInt64, UInt64, UInt64, UInt64) {
    (0x2D35_8DCC_AA6C_78A5, 0x8BB8_4B93_962E_ACC9, 0x4B33_A62E_D433_D4A3, 0x4D5A_2DA5_1DE1_AA47)
  }

  /// At most 16 bytes as two words that may overlap.
  @inline(__always)
  private static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    let count = bytes.count
    guard count > 0, let base = bytes.baseAddress else { return (0, 0) }
    guard count >= 4 else {
      return (UInt64(base[0]) << 16 | UInt64(base[count >> 1]) << 8 | UInt64(base[count - 1]), 0)
    }
    let raw = UnsafeRawPointer(base)
    let middle = (count >> 3) << 2
    return (
      half(raw, 0) << 32 | half(raw, middle), half(raw, count - 4) << 32 | half(raw, count - 4 - middle)
    )
  }

  @inline(__always) private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  @inline(__always) private static func word(_ raw: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  @inline(__always) private static func half(_ raw: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
  }
}
