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
  /// - Throws: `PipelineError` TF102 where it cannot be read.
  public init(of path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw PipelineError(
        102, .noInput, at: path, "无法读取: \(SystemError.text(errno))", remedy: "检查文件是否存在, 权限是否允许")
    }
    defer { try? file.close() }
    var hash = SHA256()
    var count = 0
    while let block = try file.read(upToCount: 1 << 20), !block.isEmpty {
      hash.update(data: block)
      count += block.count
    }
    sha256 = Hexadecimal.text(hash.finalize())
    bytes = count
    modified = Fingerprint.modification(of: path)
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
    return now.timeIntervalSince1970 - Double(status.st_mtim.tv_sec)
  }

  private static func modification(of path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { return -1 }
    return Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
  }
}
