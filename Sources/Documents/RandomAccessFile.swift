import Foundation

/// A file that is read at any place.
public final class RandomAccessFile {
  public let count: Int
  private let descriptor: Int32
  private let path: String

  /// - Throws: `FileFailure` where it cannot be opened.
  public init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(operation: "open", path: path, errno: errno) }
    var status = stat()
    count = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// Reads to the start of `buffer`; the number of bytes, 0 at the end only.
  ///
  /// - Throws: `FileFailure` where it cannot be read.
  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
    while true {
      let got = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if got >= 0 { return got }
      guard errno == EINTR else { throw FileFailure(operation: "read", path: path, errno: errno) }
    }
  }

  /// The `count` bytes at `offset`, fewer where the file ends before.
  ///
  /// - Throws: `FileFailure` where it cannot be read.
  public func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    let wanted = max(min(count, self.count - offset), 0)
    guard offset >= 0, wanted > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: wanted)
    var filled = 0
    while filled < wanted {
      let got = try bytes.withUnsafeMutableBytes {
        try read(at: offset + filled, into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if got == 0 { return Array(bytes[..<filled]) }
      filled += got
    }
    return bytes
  }
}
