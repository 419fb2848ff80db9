import Tables

/// Heads of the columns of lists, in the order of the lists.
enum ListColumns {
  static let lead = AnswerForm.lead
  static let state = "状态"
  static let since = "首次出现"

  static func head(_ column: CheckColumn) -> String {
    switch column {
    case .entry: "编号"
    case .other: "相关编号"
    case .dataset: "数据集"
    case .unit: "单位"
    case .region: "区划"
    case .amount: "金额(元)"
    case .since: "日期"
    case .due: "期限"
    case .days: "天数"
    case .level: "级别"
    case .figure: "数值或情形"
    case .urgent: "优先"
    case .lead: "归并"
    }
  }

  /// Those that a list shows: the level, and what at least one line has; the lead stands in the number of the lead.
  static func shown(_ lines: [CheckLine]) -> [CheckColumn] {
    CheckColumn.allCases.filter { column in
      switch column {
      case .lead: false
      case .level: true
      case .urgent: lines.contains(where: \.isUrgent)
      default: lines.contains { !$0.text(column).isEmpty }
      }
    }
  }

  static func text(_ line: CheckLine, _ column: CheckColumn) -> String {
    column == .urgent ? (line.isUrgent ? "是" : "") : line.text(column)
  }
}
