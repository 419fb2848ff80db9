import Documents
import Domain
import Foundation

/// Size and time of a file, which tell whether it was written to meanwhile.
public struct FileStamp: Sendable, Equatable {
  public let bytes: Int
  /// Nanoseconds since 1970.
  private let modified: Int

  /// - Throws: `PipelineError` TF102 where there is no such file.
  public init(of path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw PipelineError(
        .unopenedExport, .noInput, at: path, "无法读取: \(SystemError.text(errno))", remedy: "检查文件是否存在, 权限是否允许")
    }
    bytes = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
  }

  /// True where the file at `path` still has this stamp.
  public func stillHolds(for path: String) -> Bool { (try? FileStamp(of: path)) == self }
}
