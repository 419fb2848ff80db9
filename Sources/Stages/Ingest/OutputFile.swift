import Documents
import Foundation
import Glibc

/// A file written under a temporary name beside its final one, mode 0600; it appears only when committed.
final class OutputFile {
  private let temporary: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  init(beside path: String) throws {
    temporary = path + ".part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputFile.failure("create", temporary) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  func commit(to path: String) throws {
    try flush()
    guard fsync(descriptor) == 0 else { throw OutputFile.failure("fsync", temporary) }
    close(descriptor)
    descriptor = -1
    guard rename(temporary, path) == 0 else { throw OutputFile.failure("rename", path) }
  }

  private func flush() throws {
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, buffer.count - done) }
      guard count > 0 else { throw OutputFile.failure("write", temporary) }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Creates `folder` (and its parents) with mode 0700.
  static func makePrivateFolder(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    } catch {
      throw failure("mkdir", folder)
    }
  }

  private static func failure(_ operation: String, _ path: String) -> FileFailure {
    FileFailure(operation: operation, path: path, errno: errno)
  }
}
