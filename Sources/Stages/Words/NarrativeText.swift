import Domain

/// Sentences of the bulletin and what they are put together of.
enum NarrativeText: String, TextName {
  static let file = "bulletin.csv"

  case opening = "sentence_opening(period, openings, seekers, ratio, moves)"
  case openingHidden = "sentence_opening_hidden(period, openings, seekers)"
  case openingWithoutSeekers = "sentence_opening_no_seekers(period, openings)"
  case ratio = "ratio_is(ratio)"
  case ratioUnchanged = "ratio_unchanged(since)"
  case ratioUp = "ratio_up(since, amount)"
  case ratioDown = "ratio_down(since, amount)"
  case moves = "sentence_moves(clauses)"
  case moreTight = "move_tighter(since, cause)"
  case lessTight = "move_easier(since, cause)"
  case asTight = "move_little(since)"
  case moreOpenings = "cause_openings"
  case moreSeekers = "cause_seekers"
  case both = "since_both(first, second)"
  case parts = "sentence_parts(fresh, carried)"
  case filling = "sentence_filling(rate, first, second)"
  case headline = "headline(balance, openings, standing)"
  case standingLowest = "headline_lowest(count)"
  case standingHighest = "headline_highest(count)"
  case standingUp = "headline_up(since)"
  case standingDown = "headline_down(since)"
  case standingSame = "headline_same(since)"
  case countMonths = "count_months(count)"
  case countQuarters = "count_quarters(count)"
  case countHalves = "count_halves(count)"
  case countYears = "count_years(count)"
  case growthUp = "sentence_growth_up(since, demand, seekers, parts)"
  case growthDown = "sentence_growth_down(since, demand, seekers, parts)"
  case growthApart = "sentence_growth_apart(since, demand, seekers, parts)"
  case sideUp = "side_up(percent)"
  case sideDown = "side_down(percent)"
  case sideUnchanged = "side_unchanged"
  case sectors = "sentence_sectors(shares, changes)"
  case shareOfAll = "share_of_all(name, share)"
  case shareChanges = "share_changes(since, changes)"
  case shareUp = "share_up(name, points)"
  case shareDown = "share_down(name, points)"
  case shareSame = "share_same(name)"
  case industries = "sentence_industries(compared, industries, sum, changes)"
  case comparedShown = "compared_shown"
  case occupations = "sentence_occupations(parts)"
  case main = "main_part(compared, names, whole, sum)"
  case most = "most_part(compared, names, whole, sum)"
  case mainOfBoth = "sentence_main_of_both(compared, names, openings, seekers)"
  case openings = "whole_openings"
  case seekers = "whole_seekers"
  case occupationRatios = "sentence_occupation_ratios(compared, highest, lowest)"
  case namedRatio = "named_ratio(names, ratio)"
  case levels = "sentence_levels(parts)"
  case freeOfLevels = "free_of_levels(share, change)"
  case pointsUp = "points_up(since, points)"
  case pointsDown = "points_down(since, points)"
  case pointsSame = "points_same(since)"
  case levelRatios = "level_ratios(compared, highest, lowest)"
  case counties = "sentence_counties(compared, highest, lowest, moves)"
  case countiesEqual = "sentence_counties_equal(compared, ratio, moves)"
  case countyMoves = "county_moves(since, moves)"
  case rose = "county_rose(names, amount)"
  case fell = "county_fell(names, amount)"
  case turnedLack = "county_turned_lack(names)"
  case turnedExcess = "county_turned_excess(names)"
  case warningLevel = "warning_level_count(least, count)"
  case folded = "warnings_folded_count(count, levels)"
  case levelCount = "warnings_of_level(name, count)"
  case coverage = "sentence_coverage(sources, rows, accepted, share)"
  case tighter
  case easier
  case namedShare = "named_share(name, share)"
  case namedGap = "named_gap(name, persons)"
  case gaps = "sentence_gaps(compared, shortages, surpluses)"
  case shortages = "sentence_shortages(compared, shortages)"
  case surpluses = "sentence_surpluses(compared, surpluses)"
  case undelivered = "sentence_undelivered(dimension, table)"
  case mostlyHidden = "sentence_mostly_hidden(table)"
  case beheaded = "sentence_beheaded(figure, rows)"
  case beheadedRow = "beheaded_row(name, figures)"
  case namedFigure = "named_figure(name, value)"
  case uncomputed = "sentence_uncomputed(table)"
  case unranked = "sentence_unranked(table)"
  case placeless = "sentence_placeless(share)"
  /// Names the tables that editions of longer periods have.
  case elsewhere = "sentence_elsewhere(period, tables)"
  /// Of a table whose period is another than that of the edition.
  case ofPeriod = "sentence_of_period(period, sentence)"
  case codedPostings = "note_coded_postings(rows, given, high, medium, low, uncoded)"
  case codedSeekers = "note_coded_seekers(rows, given, high, medium, low, uncoded)"
  case codedRight = "note_coded_right(high, medium, low)"
  case codedAudited = "note_coded_audited(period, titles, high, medium, low)"
  case incomplete = "sentence_incomplete(day)"
  case previousMonth = "previous_month"
  case previousQuarter = "previous_quarter"
  case previousHalf = "previous_half"
  case previousYear = "previous_year"
  case yearBefore = "year_before"
  case comma
  case semicolon
  case separator = "list_separator"
  case persons = "unit_persons"
  case percent = "unit_percent"
  case points = "unit_points"
  case more = "better_more"
  case less = "better_less"
  case datasets = "dataset_source(datasets)"
}

extension Texts {
  /// What sentences call the period before, and that of a year before.
  func words(before period: Period) -> (previous: Label, yearBefore: Label) {
    let previous: NarrativeText =
      switch period.unit {
      case .month: .previousMonth
      case .quarter: .previousQuarter
      case .half: .previousHalf
      case .year: .previousYear
      }
    return (label(previous), label(.yearBefore))
  }

  /// 「9个季度」
  func count(_ number: Int, of unit: Period.Unit) -> Label {
    let name: NarrativeText =
      switch unit {
      case .month: .countMonths
      case .quarter: .countQuarters
      case .half: .countHalves
      case .year: .countYears
      }
    return label(name, ["count": Label("\(number)")])
  }

  /// `labels` as one list: 「甲、乙」.
  func list(_ labels: [Label], _ separator: NarrativeText = .separator) -> Label {
    let between = label(separator)
    return Label(
      zh: labels.map(\.zh).joined(separator: between.zh), en: labels.map(\.en).joined(separator: between.en))
  }

  /// The head of a column of a table.
  func label(of measure: Measure) -> Label {
    guard let change = measure.change else { return measure.label }
    let label = label(key: Texts.key(change))
    return Label(
      zh: TextPlaces.filled(label.zh, ["name": measure.label.zh]),
      en: TextPlaces.filled(label.en, ["name": measure.label.en]))
  }

  func unit(of measure: Measure) -> Label {
    switch measure.change {
    case nil, .countSincePrevious, .countSinceYear: measure.unit
    case .shareSincePrevious, .shareSinceYear: label(.points)
    case .growthSincePrevious, .growthSinceYear: label(.percent)
    case .ratioSincePrevious, .ratioSinceYear: Texts.none
    }
  }

  /// 「越高越好」
  public func meaning(of better: FigureDefinition.Direction) -> Label { label(better == .more ? .more : .less) }

  /// The unit of a plain number.
  static let none = Label(zh: "", en: "")

  static func key(_ change: Measure.Change) -> String { "change_\(change.rawValue)" }
}
