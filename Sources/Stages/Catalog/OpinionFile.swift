import Domain
import Tabular

/// Reads the answers of one file; a row without an opinion is one that was not answered.
public struct OpinionFile: Sendable {
  /// Names the file in problems: `draft-1/answers.csv`.
  public let name: String
  public private(set) var opinions: [Opinion] = []
  /// Rows that cannot be read.
  public private(set) var problems: [OpinionProblem] = []

  /// A form that nobody has filled in yet.
  public var isEmpty: Bool { opinions.isEmpty && problems.isEmpty }

  public init(_ bytes: [UInt8], name: String) { self.init(FilledForm(bytes, name: name, OpinionForm.kind)) }

  init(_ form: FilledForm) {
    (name, problems) = (form.name, form.problems)
    for row in form.rows { read(row) }
  }

  private mutating func read(_ row: SmallTable.Row) {
    func cell(_ column: String) -> String { CellGuard.plain(row[column] ?? "") }
    let place = "\(name):\(row.line)"
    func refuse(_ message: String, _ remedy: String) -> OpinionProblem {
      OpinionProblem(place: place, message: "\(cell(OpinionForm.occupation)) \(message)", remedy: remedy)
    }
    let answered = [OpinionForm.opinion, OpinionForm.level, OpinionForm.reason].contains { !cell($0).isEmpty }
    guard answered else { return }
    guard let kind = Opinion.Kind(cell(OpinionForm.opinion)) else {
      let words = Opinion.Kind.allCases.map(\.name).joined(separator: "、")
      return problems.append(refuse("意见“\(cell(OpinionForm.opinion))”无法识别", "写\(words)之一"))
    }
    let wish = cell(OpinionForm.level)
    let level = ShortageLevel(name: wish)
    guard wish.isEmpty || level != nil else {
      return problems.append(refuse("调整后程度“\(wish)”无法识别", "写重度紧缺、中度紧缺或轻度紧缺, 或留空"))
    }
    guard let day = DateText.parse(cell(OpinionForm.day)) else {
      let text = cell(OpinionForm.day)
      return problems.append(refuse(text.isEmpty ? "没有写日期" : "日期“\(text)”无法识别", "写成 2026-11-05 的形式"))
    }
    opinions.append(
      Opinion(
        occupation: cell(OpinionForm.occupation), kind: kind, level: level, reason: cell(OpinionForm.reason),
        expert: cell(OpinionForm.expert), day: day, place: place))
  }
}
