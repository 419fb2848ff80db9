import Documents
import Domain
import Stages
import Tabular

/// What `talentflow code` says of titles.
public struct TitleReport {
  private let coder: TitleCoder

  /// - Parameter codelists: folder with the tables.
  /// - Throws: `PipelineError` where a table is missing or wrong.
  public init(codelists: String) throws {
    let book = try CodeListFolder.read(codelists)
    coder = try book.titles ?? TitleTableFolder.read(codelists, book)
  }

  /// The code of a title and why, over several lines.
  public func explained(_ title: String) -> String {
    let explanation = coder.explain(title)
    let reading = explanation.reading
    var lines = [TitleReport.head(reading, explanation.words, name(reading.counted))]
    if let code = reading.counted {
      let list = coder.tables.occupations
      let levels = list.lineage(of: CodeNumber.occupationCode(code)).reversed().map { "\($0.code) \($0.name)" }
      lines.append("  各级: \(levels.joined(separator: " > "))")
      if code != reading.code { lines.append("  把握低, 只计到大类; 词表原为 \(name(reading.code))") }
    }
    if !explanation.removed.isEmpty { lines.append("  去掉: \(explanation.removed.joined(separator: " "))") }
    for other in explanation.others {
      lines.append("  未用: \(other.term.text) -> \(name(other.term.code)) (\(other.term.source.label), \(other.reason))")
    }
    return lines.joined(separator: "\n")
  }

  /// The titles of a CSV with their codes, as lines of a CSV.
  ///
  /// - Throws: `PipelineError` TF304 where the file has no column title, `FileFailure`.
  public func coded(_ path: String, say: (String) -> Void) throws {
    let table: SmallTable
    do { table = try SmallTable(TitleReport.bytes(path)) } catch let error as SmallTable.Failure {
      throw PipelineError(
        .wrongTitleTable, .data, at: "\(path):\(error.line)", error.message, remedy: "另存为 CSV UTF-8")
    }
    guard table.header.contains("title") else {
      throw PipelineError(.wrongTitleTable, .data, at: "\(path):1", "缺少列 title", remedy: "岗位名称一列的列名写 title")
    }
    say("title,code,name,grade,rule,term")
    let titles = table.column("title")
    // Readings come again and again; titles hardly do.
    var known: [TitleReading: String] = [:]
    for row in table.rows {
      guard let title = row[titles] else { continue }
      let reading = coder.read(title)
      let rest = known[reading] ?? cells(reading)
      known[reading] = rest
      say("\(TitleReport.cell(title)),\(rest)")
    }
  }

  private func cells(_ reading: TitleReading) -> String {
    let code = reading.counted.map(CodeNumber.occupationCode) ?? ""
    let name = coder.tables.occupations.entry(code: code)?.name ?? ""
    return [code, name, reading.basis.label, reading.rule.letter, coder.word(reading) ?? ""].map(TitleReport.cell)
      .joined(separator: ",")
  }

  private static func cell(_ text: String) -> String { FieldQuoting.quoted(CellGuard.inert(text)) }

  /// How the coder agrees with people.
  ///
  /// - Throws: `PipelineError` TF304 where the file is none, `FileFailure`.
  public func checked(_ path: String, say: (String) -> Void) throws {
    let exam = try TitleExam(TitleReport.bytes(path), path: path)
    let (all, byBasis) = exam.score(coder)
    say("\(exam.questions.count) 个名称  有编码 \(percent(all.coded, all.titles))")
    say("可接受: 大类 \(percent(all.rightMajor, all.titles)), 细类 \(percent(all.right, all.titles))")
    say("与第一个代码相同: 大类 \(percent(all.firstMajor, all.titles)), 细类 \(percent(all.first, all.titles))")
    for basis in TitleBasis.allCases {
      guard let score = byBasis[basis] else { continue }
      say(
        "  \(basis.label): \(score.titles) 个 (\(percent(score.titles, all.titles))), 可接受 大类 "
          + "\(percent(score.rightMajor, score.titles)), 细类 \(percent(score.right, score.titles))")
    }
    for (question, reading) in exam.mistakes(coder) {
      let answer = question.codes.joined(separator: "|")
      say(
        "  不同: \(question.title): 人工 \(answer), 程序 \(name(reading.counted)) \(reading.basis.label) "
          + reading.rule.letter)
    }
  }

  /// Terms that are part of others with a different 大类.
  public func lint(say: (String) -> Void) {
    let found = TitleLint.all(coder.tables)
    for one in found {
      say("\(one.part.text) \(name(one.part.code))  在  \(one.whole.text) \(name(one.whole.code))")
    }
    say("\(found.count) 处: 前一个词是后一个词的一部分, 大类不同。")
  }

  private func name(_ number: Int?) -> String {
    guard let number else { return "未编码" }
    let code = CodeNumber.occupationCode(number)
    return "\(code) \(coder.tables.occupations.entry(code: code)?.name ?? "")"
  }

  private static func head(_ reading: TitleReading, _ words: [String], _ name: String) -> String {
    guard reading.code != nil else { return "未编码   \(reading.basis.label)" }
    let reason = "\(reading.rule.letter) \(words.joined(separator: " + ")) (\(reading.rule.label))"
    return "\(name)   \(reading.basis.label)   \(reason)"
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    return "\(NumberText.fixed(Double(part) * 100 / Double(whole), decimals: 1)) %"
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard FileTree.isPlainFile(path) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "没有这个文件", remedy: "检查所写的路径")
    }
    do { return try FileTree.bytes(of: path) } catch { throw Failure.error(error, at: path) }
  }
}
