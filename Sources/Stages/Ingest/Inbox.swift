import Domain
import Foundation

/// Finds the files of one input.
public enum Inbox {
  /// The regular files that match `pattern` (`*` and `?` in the last component only), by name in byte order.
  ///
  /// - Throws: `PipelineError` TF101 where nothing matches.
  public static func files(matching pattern: String) throws -> [String] {
    let folder = (pattern as NSString).deletingLastPathComponent
    let last = (pattern as NSString).lastPathComponent
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    } catch {
      throw PipelineError(101, .noInput, at: pattern, "没有这个文件夹", remedy: "检查流程文件 inputs 中的 files 路径")
    }
    let files = names.filter { fnmatch(last, $0, 0) == 0 }
      .map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
      .filter { isRegular($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !files.isEmpty else {
      throw PipelineError(101, .noInput, at: pattern, "没有符合的文件", remedy: "把导出的 CSV 放进该文件夹, 或改正路径")
    }
    return files
  }

  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
