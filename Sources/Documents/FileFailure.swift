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

  /// The same of `known`, where it is of `temporary` or of what lies in it: people are told the name that they know, and
  /// that is there afterwards.
  public func naming(_ known: String, for temporary: String) -> FileFailure {
    guard path == temporary || path.hasPrefix("\(temporary)/") else { return self }
    return FileFailure(operation: operation, path: known + path.dropFirst(temporary.count), errno: errno)
  }

  public var description: String { "\(path): \(operation): \(SystemError.text(errno))" }
}
