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
    let terms = Set(answers.map { $0.cells[0] })
    rows = [rows[0]] + rows.dropFirst().filter { !terms.contains($0[0]) }
    try check(answers, beside: rows, occupations, local, path)
    try DurableFile.replace(local, with: CSVText.bytes(rows + answers.map(\.cells)), mode: 0o644)
    try FileTree.remove(path)
    return answers.count
  }

  /// - Throws: `PipelineError` TF303 at the first answer with which the local table could not be read any more: once it
  ///   stood there, every command would stop.
  private static func check(
    _ answers: [Answer], beside rows: [[String]], _ occupations: CodeList, _ local: String, _ path: String
  ) throws {
    func read(_ count: Int) throws {
      let bytes = CSVText.bytes(rows + answers.prefix(count).map(\.cells))
      _ = try TitleTables(occupations: occupations, regions: nil) {
        $0 == "job-titles-local.csv" ? (local, bytes) : nil
      }
    }
    do { try read(answers.count) } catch {
      try read(0)
      for (number, answer) in answers.enumerated() {
        do { try read(number + 1) } catch let error as PipelineError {
          throw AnsweredTable.failure("\(path):\(answer.line)", error.message, "改正这一行, 或清空它的答案; 别的答案还没有收进")
        }
      }
      throw error
    }
  }

  /// A row of the local table, and the line of the list that it comes from.
  private typealias Answer = (line: Int, cells: [String])

  private static func read(
    _ table: AnsweredTable, _ path: String, _ occupations: CodeList, _ day: Day
  ) throws -> [Answer] {
    return try table.rows.compactMap { row in
      let (answer, term) = (AnsweredTable.answer(row["答案代码"]), AnsweredTable.answer(row["答案词"]))
      func failure(_ message: String, _ remedy: String) -> PipelineError {
        AnsweredTable.failure("\(path):\(row.line)", message, remedy)
      }
      guard !answer.isEmpty else {
        if term.isEmpty { return nil }
        throw failure("有答案词“\(term)”, 没有答案代码", "写上职业代码或名称, 或清空答案词")
      }
      guard let title = row["岗位名称"].map(CellGuard.plain) else { throw failure("岗位名称是空的", "用 run 写出的清单, 只填后三列") }
      guard let entry = AnsweredTable.occupation(answer, occupations) else {
        throw failure("答案“\(answer)”不在职业代码表中", "写职业代码或名称, 如 6-18-02-04")
      }
      guard term.isEmpty || stands(term, in: title) else {
        throw failure("答案词“\(term)”不在岗位名称“\(title)”中, 或只有一个字", "写名称中的一个词, 至少两个字; 整个名称就是答案的不写")
      }
      return (
        row.line,
        [
          term.isEmpty ? title : term, entry.code, entry.name, term.isEmpty ? "名称" : "词",
          AnsweredTable.answer(row["复核人"]), day.iso,
        ]
      )
    }
  }

  /// Whether a term is part of a title; `*` is anything between.
  private static func stands(_ term: String, in title: String) -> Bool {
    var rest = TextFold.fold(title)[...]
    for part in TextFold.fold(term).split(separator: "*") {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return term.count > 1
  }
}
