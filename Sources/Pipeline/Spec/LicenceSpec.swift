import Declarations
import Domain
import Foundation

/// What a pipeline file says of the public list of licensed agencies: the one page with names, which the law orders.
public struct LicenceSpec: Sendable {
  let title: String
  /// The SELECT whose columns are those of the list.
  let select: Condition
  let templates: String
  /// Folder of the list.
  let publish: String

  static let key = "licences"
  static let keys = [key]

  /// Nil where the file has no `licences`.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ source: PipelineFile) throws {
    guard source.map.node(LicenceSpec.key) != nil else { return nil }
    let own = try source.map.map(LicenceSpec.key, keys: ["title", "select", "templates", "publish"])
    title = try own.text("title")
    let path = source.file(try own.text("select"))
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "没有这个文件, 或不是 UTF-8 文本", remedy: "检查路径; 另存为 UTF-8")
    }
    select = Condition(text, path: path, line: 1, column: 1)
    templates = source.file(try own.text("templates"))
    publish = source.file(try own.text("publish"))
  }
}
