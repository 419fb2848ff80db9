import Documents
import Domain
import Foundation

/// Symbolic links in an inbox. Whoever may drop files there must not make the program read any file of the machine, so
/// a link has to stay within the folder.
enum InboxLink {
  /// Why the link at `path` is not followed; nil for a link within `folder`, and for what is no link.
  static func refusal(of path: String, folder: String) -> PipelineError? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return nil }
    guard let target = real(path) else {
      return PipelineError(
        .brokenLink, .data, at: path, "符号链接指向的文件打不开: \(SystemError.text(errno))", remedy: "删除这个链接, 或把文件本身放进来")
    }
    guard let home = real(folder), target.hasPrefix(home == "/" ? home : home + "/") else {
      return PipelineError(
        .foreignLink, .data, at: path, "符号链接指向收件文件夹之外的 \(target), 不收",
        remedy: "把文件本身放进来, 或在流程文件 inputs 中写它所在的文件夹")
    }
    return nil
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
