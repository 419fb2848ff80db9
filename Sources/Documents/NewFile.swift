import Foundation

/// A file being written: buffered, and on the disk once `finish()` has returned.
public final class NewFile {
  public let path: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Creates the file, which must not be there yet.
  ///
  /// - Parameter mode: 0600 for what others must not read.
  /// - Throws: `FileFailure`.
  public init(_ path: String, mode: mode_t) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileTree.failure("open", path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  public func write(_ bytes: [UInt8]) throws {
    guard buffer.count + bytes.count >= NewFile.bufferSize else {
      buffer += bytes
      return
    }
    try flush(buffer)
    buffer.removeAll(keepingCapacity: true)
    try flush(bytes)
  }

  /// Writes what is left, syncs and closes; once that is done, nothing.
  public func finish() throws {
    guard descriptor >= 0 else { return }
    try flush(buffer)
    guard fsync(descriptor) == 0 else { throw FileTree.failure("fsync", path) }
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 else { throw FileTree.failure("close", path) }
  }

  private func flush(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + done, bytes.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileTree.failure("write", path) }
      done += count
    }
  }
}
