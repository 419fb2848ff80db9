import Tables

/// Heads of the columns of lists, in the order of the lists.
enum ListColumns {
  static let lead = AnswerForm.lead

  static func head(_ column: CheckColumn) -> NightText {
    switch column {
    case .entry: .listEntry
    case .other: .listOther
    case .dataset: .listDataset
    case .unit: .listUnit
    case .region: .listRegion
    case .amount: .listAmount
    case .since: .listDate
    case .due: .listDue
    case .days: .listDays
    case .level: .listLevel
    case .figure: .listFigure
    case .urgent: .listUrgent
    case .lead: .listGrouped
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

  static func text(_ line: CheckLine, _ column: CheckColumn, _ texts: Texts) -> String {
    column == .urgent ? (line.isUrgent ? texts(.listYes) : "") : line.text(column)
  }
}
