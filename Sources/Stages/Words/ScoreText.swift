/// Words of the scorecard, which is Chinese.
enum ScoreText: String, TextName {
  static let file = "scorecard.csv"

  case red = "score_red"
  case yellow = "score_yellow"
  case green = "score_green"
  case grey = "score_grey"
  case unreported = "score_unreported(count)"
  case belowFloor = "score_below_floor(figure, limit, floor, clause)"
  case belowLimit = "score_below_limit(figure, limit, clause)"
  case unjudged = "score_unjudged(figure)"
  case behindTarget = "score_behind_target(figure, expected)"
  case targetUnmeasured = "score_target_unmeasured"
  case overdue = "score_overdue(day)"
  case noLedger = "score_no_ledger"
  case noFigures = "score_no_figures"
  case ledgerOnly = "score_ledger_only"
  case onTime = "score_on_time"
  case gapMissing = "score_gap_missing(export, section, files)"
  case gapUntaken = "score_gap_untaken(export, section)"
  case gapEnded = "score_gap_ended(export, section, files, day)"
  case gapUnset = "score_gap_unset(rules)"
  case gapOff = "score_gap_off(check)"
  case gapEmpty = "score_gap_empty"
  case gapLedger = "score_gap_ledger(section)"
  case gapWithout = "score_gap_without(what)"
  case nobody = "score_nobody"
  case found = "score_found"
  case clear = "score_clear"
  case noFigure = "score_no_figure"
  case summary = "score_summary(red, yellow, green, grey)"
  case data = "score_data"
  case part = "score_part"
  case ledger = "score_ledger"
  case trend = "score_trend(name, first, last, values)"
  case target = "score_target(target, due)"
  case scoreMoved = "score_moved(name, value, usual, number)"
  case due = "score_due(number, day)"
  case dueLeads = "score_due_leads(check, name, day)"
  case leads = "score_leads(check, name, count, since)"
  case leadsUndated = "score_leads_undated(check, name, count)"
  case leadsGuarded = "score_leads_guarded(check, name)"
  case scorePoints = "score_points"
  case headNumber = "score_head_number"
  case headName = "score_head_name"
  case headSections = "score_head_sections"
  case headData = "score_head_data"
  case headLight = "score_head_light"
  case headReasons = "score_head_reasons"
  case headState = "score_head_state"
  case headProgress = "score_head_progress"
  case headProblem = "score_head_problem"
  case headNext = "score_head_next"
  case headTarget = "score_head_target"
  case headFigure = "score_head_figure"
  case headPeriod = "score_head_period"
  case headUnit = "score_head_unit"
  case headValue = "score_head_value"
  case headPrevious = "score_head_previous"
  case headYearBefore = "score_head_year_before"
  case headTrend = "score_head_trend"
  case headDefinition = "score_head_definition"
  case headGaps = "score_head_gaps"

  /// Heads of the CSV, in the order of its columns.
  static let heads: [ScoreText] = [
    .headNumber, .headName, .headSections, .headData, .headLight, .headReasons, .headState, .headProgress, .headProblem,
    .headNext, .headTarget, .headFigure, .headPeriod, .headUnit, .headValue, .headPrevious, .headYearBefore, .headTrend,
    .headDefinition, .headGaps,
  ]
}

extension Texts {
  func callAsFunction(_ key: ScoreText, _ values: [String: String] = [:]) -> String { text(key, .zh, values) }
}
