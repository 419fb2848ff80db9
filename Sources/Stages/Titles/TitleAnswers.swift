import Documents
import Domain
import Tabular
import Warehouse

/// Takes what people have answered in the review list into the local table of titles.
public enum TitleAnswers {
  private static let header = ["term", "code", "name", "kind", "reviewer", "date"]

  /// - Parameters:
  ///   - folder: that of the tables of titles.
  ///   - day: of the run, which is noted beside each answer.
  /// - Returns: how many answers were taken.
  /// - Throws: `PipelineError` TF303 where an answer is no occupation; nothing is taken then. `FileFailure`.
  public static func take(work: String, into folder: String, _ occupations: CodeList, day: Day) throws -> Int {
    let path = TitleReview.path(in: work)
    guard FileTree.isPlainFile(path) else { return 0 }
    let answers = try read(path, occupations, day)
    guard !answers.isEmpty else { return 0 }
    let local = "\(folder)/job-titles-local.csv"
    var rows = FileTree.isPlainFile(local) ? CSVText.rows(try FileTree.bytes(of: local)) ?? [] : []
    if rows.isEmpty { rows = [header] }
    // A term that is answered again has its last answer.
    let terms = Set(answers.map { $0[0] })
    rows = [rows[0]] + rows.dropFirst().filter { !terms.contains($0[0]) } + answers
    try DurableFile.replace(local, with: CSVText.bytes(rows), mode: 0o644)
    try FileTree.remove(path)
    return answers.count
  }

  private static func read(_ path: String, _ occupations: CodeList, _ day: Day) throws -> [[String]] {
    let table: SmallTable
    do { table = try SmallTable(try FileTree.bytes(of: path)) } catch let error as SmallTable.Failure {
      throw failure("\(path):\(error.line)", error.message)
    }
    if let column = TitleReview.header.first(where: { !table.header.contains($0) }) {
      throw failure("\(path):1", "缺少列 \(column)")
    }
    return try table.rows.compactMap { row in
      let answer = CellGuard.plain(row["答案代码"] ?? "").trimmed
      guard !answer.isEmpty, let title = row["岗位名称"].map(CellGuard.plain) else { return nil }
      guard let entry = occupations.entry(named: answer) else {
        throw failure("\(path):\(row.line)", "答案“\(answer)”不在职业代码表中", "写职业代码或名称, 如 6-18-02-04")
      }
      let term = CellGuard.plain(row["答案词"] ?? "").trimmed
      return [
        term.isEmpty ? title : term, entry.code, entry.name, term.isEmpty ? "名称" : "词",
        CellGuard.plain(row["复核人"] ?? "").trimmed, day.iso,
      ]
    }
  }

  private static func failure(
    _ place: String, _ message: String, _ remedy: String = "用 run 写出的清单, 只填后三列; 不要的整个删去"
  ) -> PipelineError {
    PipelineError(.wrongReviewList, .config, at: place, message, remedy: remedy)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
