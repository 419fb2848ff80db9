import Warehouse

/// Hashes of keys and contributors: two of a million different ones are equal once in some thirty million runs.
enum RowHash {
  /// Of a missing value: all rows without a contributor count as one.
  static let missing: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var hash = seed ^ 0x2D35_8DCC_AA6C_78A5 &+ UInt64(bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var tail: UInt64 = 0
    while at < bytes.count {
      tail = tail << 8 | UInt64(bytes[at])
      at += 1
    }
    return mixed(mixed(hash ^ tail) ^ 0x8BB8_4B93_962E_ACC9)
  }

  static func combined(_ one: UInt64, _ other: UInt64) -> UInt64 { mixed(mixed(one) ^ other &* 3) }

  /// Folds the 128 bits of a product (as wyhash does).
  private static func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return high ^ low ^ value.byteSwapped
  }
}

extension GuardedStatement {
  /// Not NULL and not 0.
  @inline(__always)
  func isTrue(_ column: Int) -> Bool { integer(column) != 0 }

  /// Of any value: its text or its bytes.
  @inline(__always)
  func hash(_ column: Int) -> UInt64 {
    isNull(column) ? RowHash.missing : withBytes(column) { RowHash.of($0, seed: isBlob(column) ? 1 : 0) }
  }
}
