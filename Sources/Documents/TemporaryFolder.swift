import Foundation

/// Folders for what need not last, where the system keeps such: a name that nobody could have made before, open to this
/// user alone. Who makes one removes it.
public enum TemporaryFolder {
  /// What people are told of it: its names mean nothing to them, and are gone afterwards.
  public static let title = "临时文件夹 (TMPDIR)"

  /// - Parameter prefix: of the folder's name.
  /// - Returns: the path.
  /// - Throws: `FileFailure` where it cannot be made.
  public static func make(_ prefix: String) throws -> String {
    var template = Array("\(NSTemporaryDirectory())/\(prefix)XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw FileFailure(operation: "mkdtemp", path: title, errno: errno)
    }
    return String(cString: made)
  }
}
