import Documents
import Domain
import Tabular

/// A list that a run has written and people have filled in.
struct AnsweredTable {
  let rows: [SmallTable.Row]

  /// Nil where there is no list.
  ///
  /// - Parameters:
  ///   - header: the columns that it has.
  ///   - remedy: what to do where it is not the list that was written.
  /// - Throws: `PipelineError` TF303 where it is not; `FileFailure`.
  init?(_ path: String, header: [String], remedy: String) throws {
    guard FileTree.isPlainFile(path) else { return nil }
    let table: SmallTable
    do { table = try SmallTable(try FileTree.bytes(of: path)) } catch let error as SmallTable.Failure {
      throw AnsweredTable.failure("\(path):\(error.line)", error.message, remedy)
    }
    if let column = header.first(where: { !table.header.contains($0) }) {
      throw AnsweredTable.failure("\(path):1", "缺少列 \(column)", remedy)
    }
    rows = table.rows
  }

  static func failure(_ place: String, _ message: String, _ remedy: String) -> PipelineError {
    PipelineError(.wrongReviewList, .config, at: place, message, remedy: remedy)
  }

  /// The occupation of an answer: a code, a name, or both as suggestions have them; nil for what is none.
  static func occupation(_ answer: String, _ occupations: CodeList) -> CodeList.Entry? {
    if let entry = occupations.entry(named: answer) { return entry }
    let parts = answer.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard parts.count == 2, let entry = occupations.entry(named: String(parts[0])), entry.name == parts[1] else {
      return nil
    }
    return entry
  }

  /// What somebody wrote into a cell, without blanks around it.
  static func answer(_ cell: String?) -> String {
    let text = CellGuard.plain(cell ?? "")
    return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
