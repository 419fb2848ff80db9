import Domain
import Tabular

/// Reads the answers of one file of a section; a row without an answer is one that is open.
public struct AnswerFile: Sendable {
  /// Names the file in problems: `就业服务中心/answers.csv`.
  public let name: String
  public private(set) var answers: [LeadAnswer] = []
  /// Rows that cannot be read.
  public private(set) var problems: [OpinionProblem] = []

  init(_ form: FilledForm) {
    (name, problems) = (form.name, form.problems)
    for row in form.rows { read(row) }
  }

  private mutating func read(_ row: SmallTable.Row) {
    func cell(_ column: String) -> String { CellGuard.plain(row[column] ?? "") }
    let lead = cell(AnswerForm.lead)
    func refuse(_ message: String, _ remedy: String) {
      problems.append(OpinionProblem(place: "\(name):\(row.line)", message: "\(lead) \(message)", remedy: remedy))
    }
    guard [AnswerForm.verdict, AnswerForm.note, AnswerForm.day].contains(where: { !cell($0).isEmpty }) else { return }
    guard !lead.isEmpty else { return refuse("没有线索编号", "从名单中抄写线索编号") }
    guard let verdict = LeadAnswer.Verdict(cell(AnswerForm.verdict)) else {
      let words = LeadAnswer.Verdict.allCases.map(\.name).joined(separator: "、")
      return refuse("处理结果“\(cell(AnswerForm.verdict))”无法识别", "写\(words)之一")
    }
    guard let day = DateText.parse(cell(AnswerForm.day)) else {
      let text = cell(AnswerForm.day)
      return refuse(text.isEmpty ? "没有写日期" : "日期“\(text)”无法识别", "写成 2026-11-05 的形式")
    }
    answers.append(
      LeadAnswer(
        lead: lead, verdict: verdict, note: cell(AnswerForm.note), day: day, place: "\(name):\(row.line)"))
  }
}
