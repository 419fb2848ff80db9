import Glibc

/// U+FFFD, which a system writes in the place of what it could not read.
public enum ReplacementCharacter {
  /// True where `bytes` (UTF-8) hold one.
  public static func isIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var position = 0
    while position + 2 < bytes.count, let hit = memchr(base + position, 0xEF, bytes.count - position - 2) {
      position = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if base[position + 1] == 0xBF, base[position + 2] == 0xBD { return true }
      position += 1
    }
    return false
  }
}
