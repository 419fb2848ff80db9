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
    guard let table = try AnsweredTable(path, header: TitleReview.header, remedy: "用 run 写出的清单, 只填后三列; 不要的整个删去")
    else { return 0 }
    let answers = try read(table, path, occupations, day)
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

  private static func read(
    _ table: AnsweredTable, _ path: String, _ occupations: CodeList, _ day: Day
  ) throws -> [[String]] {
    return try table.rows.compactMap { row in
      let answer = AnsweredTable.answer(row["答案代码"])
      guard !answer.isEmpty, let title = row["岗位名称"].map(CellGuard.plain) else { return nil }
      guard let entry = occupations.entry(named: answer) else {
        throw AnsweredTable.failure("\(path):\(row.line)", "答案“\(answer)”不在职业代码表中", "写职业代码或名称, 如 6-18-02-04")
      }
      let term = AnsweredTable.answer(row["答案词"])
      return [
        term.isEmpty ? title : term, entry.code, entry.name, term.isEmpty ? "名称" : "词",
        AnsweredTable.answer(row["复核人"]), day.iso,
      ]
    }
  }
}
