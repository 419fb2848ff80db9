import Domain
import Foundation
import Tabular

/// What identifies the content of a file.
public struct Fingerprint: Sendable, Equatable {
  /// Lower-case hexadecimal SHA-256.
  public let sha256: String
  public let stamp: FileStamp

  /// Reads the whole file once.
  ///
  /// - Parameter check: called after each block; may throw to give up.
  /// - Throws: `PipelineError` TF102 where it cannot be opened, `ReadError` where it cannot be read.
  public init(of path: String, check: () throws -> Void = {}) throws {
    // Before the first byte is read: a file that is written over meanwhile must not look unchanged.
    stamp = try FileStamp(of: path)
    let stream = HashingStream(try FileStream(path: path))
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    while try stream.read(into: block) > 0 { try check() }
    sha256 = stream.sha256
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
}
