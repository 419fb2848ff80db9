import Domain
import Tables

/// Words of the page of a night and of the lists of checks.
enum NightText: String, TextName {
  static let file = "night.csv"

  case nightHeadline = "night_headline(work, market)"
  case nightCameNothing = "night_came_nothing"
  case nightCame = "night_came(files, rows, rejected)"
  case nightNoWork = "night_no_work"
  case nightWork = "night_work(count, new)"
  case nightNoMarket = "night_no_market"
  case nightMarket = "night_market(count)"
  case figureNew = "figure_new"
  case figureStill = "figure_still"
  case figureCleared = "figure_cleared"
  case figureRows = "figure_rows"
  case figureRejected = "figure_rejected"
  case tableWork = "table_work"
  case tableWorkEmpty = "table_work_empty"
  case tableMarket = "table_market"
  case tableMarketEmpty = "table_market_empty"
  case sinceAgain = "since_again(day, count)"
  case sourceRows = "source_rows(count, first, last)"
  case sourceNever = "source_never"
  case reasonFiles = "reason_files(file, count)"
  case trendSummary = "trend_summary(name, count, last)"
  case missedNight = "missed_night(day)"
  case missedNights = "missed_nights(first, last, count)"
  case noteWaiting = "note_waiting(file)"
  case listState = "list_state"
  case listSince = "list_since"
  case listEntry = "list_entry"
  case listOther = "list_other"
  case listDataset = "list_dataset"
  case listUnit = "list_unit"
  case listRegion = "list_region"
  case listAmount = "list_amount"
  case listDate = "list_date"
  case listDue = "list_due"
  case listDays = "list_days"
  case listLevel = "list_level"
  case listFigure = "list_figure"
  case listUrgent = "list_urgent"
  case listGrouped = "list_grouped"
  case listYes = "list_yes"
  case listTooMany = "list_too_many(check, count, most)"
  case listMissing = "list_missing(check, datasets)"
  case listUnset = "list_unset(check, rules)"
  case listOff = "list_off(check)"
  case listReviewed = "list_reviewed(reviews, upheld, precision, low, high)"
  case listSteppedDown = "list_stepped_down(check, reviewed)"
  case letterCode = "letter_code"
  case letterCount = "letter_count"
  case letterText = "letter_text"
  case letterBegin = "letter_begin(employer, count)"
  case letterItem = "letter_item(title, words, remedy, clause)"
  case letterEnd = "letter_end"
  // Shared with other pages.
  case demand
  case seekers
  case ratio
}

/// The page of a night and the lists are Chinese.
extension Texts {
  func callAsFunction(_ key: NightText, _ values: [String: String] = [:]) -> String { text(key, .zh, values) }

  /// As the page heads it.
  func name(_ kind: AlertKind) -> String { label(key: Texts.key(kind)).zh }
  func name(_ state: AlertState) -> String { label(key: Texts.key(state)).zh }

  static func key(_ kind: AlertKind) -> String { "alert_\(kind.rawValue)" }
  static func key(_ state: AlertState) -> String { "state_\(state.rawValue)" }
}
