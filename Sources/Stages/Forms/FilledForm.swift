import Documents
import Domain
import Tabular

/// A CSV that people filled in beside what the program wrote: its rows, or why they cannot be read.
struct FilledForm {
  /// What a kind of form asks of a file.
  struct Kind: Sendable {
    /// As problems call it: 草案附带的意见表.
    let title: String
    /// Columns without which a file is no answer.
    let needed: [String]
    /// True of the names of files that hold answers.
    let isAnswer: @Sendable (String) -> Bool
    /// True of the names of workbooks that the program wrote there.
    let isOwnWorkbook: @Sendable (String) -> Bool
  }

  /// Names the file in problems: `draft-1/answers.csv`.
  let name: String
  /// As they were read; nil for a file that is not read.
  let bytes: [UInt8]?
  private(set) var rows: [SmallTable.Row] = []
  private(set) var problems: [OpinionProblem] = []

  init(_ bytes: [UInt8], name: String, _ kind: Kind) {
    (self.name, self.bytes) = (name, bytes)
    do {
      let table = try SmallTable(bytes)
      if let column = kind.needed.first(where: { !table.header.contains($0) }) {
        problems = [OpinionProblem(place: "\(name):1", message: "缺少列“\(column)”", remedy: "用\(kind.title), 不要改表头")]
      } else {
        rows = table.rows
      }
    } catch {
      problems = [OpinionProblem(place: "\(name):\(error.line)", message: error.message, remedy: "用 WPS 另存为 CSV")]
    }
  }

  /// A file that is not read.
  private init(unread name: String, _ message: String, _ remedy: String) {
    (self.name, bytes) = (name, nil)
    problems = [OpinionProblem(place: name, message: message, remedy: remedy)]
  }

  /// All that people put into a folder, in the order of their names; a workbook there is told and not read.
  ///
  /// - Parameter place: names the folder in problems.
  /// - Throws: `FileFailure`.
  static func all(in folder: String, as place: String, _ kind: Kind) throws -> [FilledForm] {
    guard FileTree.isFolder(folder) else { return [] }
    return try FileTree.names(in: folder).sorted().compactMap { file in
      let name = "\(place)/\(file)"
      if isWorkbook(file), !kind.isOwnWorkbook(file) { return FilledForm(unread: name, "是工作簿, 读不了", "在 WPS 中另存为 CSV") }
      guard kind.isAnswer(file) else { return nil }
      // A pipe would keep the run waiting for ever.
      guard FileTree.isPlainFile("\(folder)/\(file)") else {
        return FilledForm(unread: name, "不是普通的文件", "换成文件本身")
      }
      return FilledForm(try FileTree.bytes(of: "\(folder)/\(file)"), name: name, kind)
    }
  }

  /// True of a spreadsheet that somebody put there instead of a CSV.
  private static func isWorkbook(_ name: String) -> Bool {
    [".xlsx", ".xls", ".et"].contains { name.lowercased().hasSuffix($0) } && !EditionLitter.isName(name)
  }
}
