/// The constants of PKWARE's APPNOTE that are needed here.
enum ZipFormat {
  static let localHeader = 0x0403_4B50
  static let directoryHeader = 0x0201_4B50
  static let endRecord = 0x0605_4B50
  static let localSize = 30
  static let directorySize = 46
  static let endSize = 22
  /// Stands before the end record of an archive in the 64-bit form.
  static let locator = 0x0706_4B50
  static let locatorSize = 20
  /// 2.0: deflate.
  static let version = 20
  static let madeByUnix = 3 << 8 | version
  /// General purpose bit 11.
  static let utf8Names = 1 << 11
  static let encrypted = 1
  static let stored = 0
  static let deflated = 8
  static let date1980 = 1 << 5 | 1
  static let regularFile0644 = 0o100644 << 16
}

extension [UInt8] {
  mutating func append(short value: Int) {
    append(UInt8(value & 0xFF))
    append(UInt8(value >> 8 & 0xFF))
  }

  mutating func append(long value: Int) {
    append(short: value)
    append(short: value >> 16)
  }

  func short(_ at: Int) -> Int { Int(self[at]) | Int(self[at + 1]) << 8 }
  func long(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }
}
