import Domain
import Foundation

/// Reads all code lists of a folder.
enum CodeListFolder {
  /// - Throws: `PipelineError` TF300 where the folder cannot be read, TF302 where a list is wrong.
  static func read(_ folder: String) throws -> CodeBook {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw PipelineError(.unreadableCodeLists, .noInput, at: folder, "没有代码表文件夹", remedy: "检查流程文件中的 codelists")
    }
    let lists = try names.filter { $0.hasSuffix(".csv") }.sorted().map { name in
      let path = "\(folder)/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw PipelineError(.unreadableCodeLists, .noInput, at: path, "无法读取", remedy: "检查权限")
      }
      return try CodeList(id: String(name.dropLast(4)), csv: Array(data), path: path)
    }
    var book = CodeBook(lists)
    if let (list, entry) = book.strayTowns.first {
      throw PipelineError(
        .wrongCodeList, .config, at: "\(folder)/\(list).csv",
        "\(entry.code) \(entry.name) 的 parent \(entry.parent ?? "") 不在 regions.csv 中",
        remedy: "parent 写所在县(市、区)的 6 位区划代码")
    }
    if TitleTableFolder.exists(in: folder) { book = CodeBook(lists, titles: try TitleTableFolder.read(folder, book)) }
    return book
  }
}
