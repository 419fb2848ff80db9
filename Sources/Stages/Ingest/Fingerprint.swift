import Crypto
import Documents
import Domain
import Foundation
import Tabular

/// What identifies the content of a file, and tells whether it changed meanwhile.
public struct Fingerprint: Sendable, Equatable {
  /// Lower-case hexadecimal SHA-256.
  public let sha256: String
  public let bytes: Int
  private let modified: Int

  /// Reads the whole file once.
  ///
  /// - Parameter check: called after each block; may throw to give up.
  /// - Throws: `PipelineError` TF102 where it cannot be opened, `ReadError` where it cannot be read.
  public init(of path: String, check: () throws -> Void = {}) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw PipelineError(
        102, .noInput, at: path, "无法读取: \(SystemError.text(errno))", remedy: "检查文件是否存在, 权限是否允许")
    }
    defer { close(descriptor) }
    // Before the first byte is read: a file that is written over meanwhile must not look unchanged.
    modified = Fingerprint.modification(of: path)
    var hash = SHA256()
    var count = 0
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let length = read(descriptor, &block, block.count)
      guard length >= 0 else { throw ReadError.system(operation: "read", path: path, errno: errno) }
      guard length > 0 else { break }
      block.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<length])) }
      count += length
      try check()
    }
    sha256 = Hexadecimal.text(hash.finalize())
    bytes = count
  }

  /// True where size and modification time are still those of the fingerprint.
  public func stillHolds(for path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && Int(status.st_size) == bytes && Fingerprint.modification(of: path) == modified
  }

  /// Seconds since the file was last written.
  public static func age(of path: String, now: Date = Date()) -> Double {
    var status = stat()
    guard stat(path, &status) == 0 else { return 0 }
    let age = now.timeIntervalSince1970 - Double(status.st_mtim.tv_sec)
    // Written by a clock that is ahead of ours: then the moment when our system noted the change counts, or the file
    // would wait until that time has come.
    return age >= 0 ? age : now.timeIntervalSince1970 - Double(status.st_ctim.tv_sec)
  }

  private static func modification(of path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { return -1 }
    return Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
  }
}
