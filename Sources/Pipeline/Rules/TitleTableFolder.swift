import Domain
import Foundation

/// Reads the tables by which titles are coded: the folder `titles` in that of the code lists, so that none of them is
/// taken for a code list.
public enum TitleTableFolder {
  static let name = "titles"

  static func path(in codelists: String) -> String { "\(codelists)/\(name)" }

  /// Whether there are such tables.
  static func exists(in codelists: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path(in: codelists))/\(TitleTables.files[0])")
  }

  /// - Throws: `PipelineError` TF300 where the folder has no such tables or they cannot be read, TF304 where one is wrong,
  ///   TF301 without a list of occupations.
  public static func read(_ codelists: String, _ book: CodeBook) throws -> TitleCoder {
    let folder = path(in: codelists)
    guard exists(in: codelists) else {
      throw PipelineError(
        .unreadableCodeLists, .config, at: "\(folder)/\(TitleTables.files[0])", "没有岗位名称编码用的词表",
        remedy: "把程序自带的 Pipelines/codelists/titles 文件夹复制过来")
    }
    let tables = try TitleTables(occupations: book.list("occupations"), regions: try? book.list("regions")) { name in
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw PipelineError(.unreadableCodeLists, .noInput, at: path, "无法读取", remedy: "检查权限")
      }
      return (path, Array(data))
    }
    return TitleCoder(tables)
  }
}
