import Foundation

/// A file operation that the system refused.
public struct FileFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// The system call: `open`, `rename`.
  public let operation: String
  public let path: String
  /// As the system reports it: `ENOSPC`.
  public let errno: Int32

  public init(operation: String, path: String, errno: Int32) {
    self.operation = operation
    self.path = path
    self.errno = errno
  }

  public var description: String { "\(path): \(operation): \(SystemError.text(errno))" }
}
