import Documents
import Domain
import Foundation

/// Finds the files of one input.
public enum Inbox {
  /// The regular files that match `pattern` (`*` and `?` in the last component only), packed ones among them (see
  /// `Packing`), by name in byte order; and an error for each link that is not followed, and for each name that is not
  /// UTF-8, whether it matches or not: nobody can tell.
  ///
  /// - Throws: `PipelineError` TF101 where nothing matches.
  public static func files(matching pattern: String) throws -> (files: [String], refused: [PipelineError]) {
    let folder = (pattern as NSString).deletingLastPathComponent
    let last = (pattern as NSString).lastPathComponent
    let (names, foreign) = try names(in: folder.isEmpty ? "." : folder, pattern)
    // Names that begin with a dot, and the lock files of office programs, are not exports.
    let paths = names.filter { Packing.matches(last, $0) && !$0.hasPrefix("~$") }
      .map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let links = paths.map { ($0, InboxLink.refusal(of: $0, folder: folder.isEmpty ? "." : folder)) }
    let files = links.filter { FileTree.isPlainFile($0.0) && $0.1 == nil }.map(\.0)
    let refused = foreign + links.compactMap(\.1)
    guard !files.isEmpty || !refused.isEmpty else {
      throw PipelineError(.noFile, .noInput, at: pattern, "没有符合的文件", remedy: "把导出的 CSV 放进该文件夹, 或改正路径")
    }
    return (files, refused)
  }

  /// Names, and an error for each that is not UTF-8 (from an archive of another system): it must not be overlooked.
  private static func names(in folder: String, _ pattern: String) throws -> ([String], [PipelineError]) {
    let entries: [(name: String, isUTF8: Bool)]
    do {
      entries = try FileTree.entries(in: folder)
    } catch {
      throw PipelineError(.noFile, .noInput, at: pattern, "没有这个文件夹", remedy: "检查流程文件 inputs 中的 files 路径")
    }
    let foreign = entries.filter { !$0.isUTF8 && !$0.name.hasPrefix(".") }.map { entry in
      PipelineError(
        .fileNameNotUTF8, .data, at: "\(folder)/\(entry.name)", "文件名不是 UTF-8 编码, 没有收取",
        remedy: "改名后再运行 (解压时常见的 GBK 文件名)")
    }
    return (entries.filter(\.isUTF8).map(\.name), foreign)
  }
}
