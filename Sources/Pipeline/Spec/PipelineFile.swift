import Declarations
import Domain
import Foundation

/// A pipeline file while it is read, and what of it is read already.
struct PipelineFile {
  let map: YAMLMap
  let path: String
  let datasets: Datasets
  let book: CodeBook
  let declared: DeclaredSet

  /// The tables of the market.
  var market: [TableLayout] { declared.market }

  /// A path of the file, as seen from where the program runs.
  func file(_ text: String) -> String { Paths.join(Paths.folder(of: path), text) }

  /// The SELECT in a file that is named there.
  ///
  /// - Throws: `PipelineError` where it cannot be read as UTF-8.
  func select(_ name: String) throws -> Condition {
    let path = file(name)
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "没有这个文件, 或不是 UTF-8 文本", remedy: "检查路径; 另存为 UTF-8")
    }
    return Condition(text, path: path, line: 1, column: 1)
  }
}
