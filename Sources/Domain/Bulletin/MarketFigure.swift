/// A figure of the market's tables that is computed in Swift, by the name that table files give it: the id of the
/// indicator that defines it, where there is one (`talentflow explain ID`).
public enum MarketFigure: String, Sendable, CaseIterable {
  /// F1 of openings.
  case validOpenings = "valid_openings"
  /// F5: openings, those of no row spread over the rows in proportion.
  case sectorOpenings = "sector_openings"
  /// F1 of seekers.
  case validSeekers = "valid_seekers"
  /// F2.
  case ratio = "openings_per_seeker"
  /// F3.
  case ratioByOccupation = "ratio_by_occupation"
  /// F4.
  case ratioByRequirement = "ratio_by_requirement"
  /// Code of the occupation that a row of a ranking is.
  case occupationCode = "occupation_code"

  /// Openings of the postings closed in the period, and those of them that were filled.
  case closedOpenings = "closed_openings"
  case filledOpenings = "filled_openings"
  /// F8.
  case fillRate = "fill_rate"
  /// F9.
  case suitablePerOpening = "suitable_per_opening"
  /// F10.
  case vacancyDuration = "vacancy_duration"
  /// F13.
  case offeredPay25 = "offered_pay_p25"
  case offeredPay50 = "offered_pay_p50"
  case offeredPay75 = "offered_pay_p75"
  case negotiableShare = "negotiable_share"

  /// F11.
  case mismatch
  case mismatchLinear = "mismatch_linear"
  /// F11 over the rows of another table: of what is asked for, and what seekers have.
  case mismatchEducation = "mismatch_education"
  case mismatchEducationLinear = "mismatch_education_linear"
  case mismatchLevel = "mismatch_level"
  case mismatchLevelLinear = "mismatch_level_linear"
  /// Persons hired.
  case hires
  /// F12.
  case matchingEfficiency = "matching_efficiency"
  /// What the row is, in the period and those that it is compared with.
  case thisPeriod = "this_period"
  case previousPeriod = "previous_period"
  case yearBefore = "year_before"

  /// True of openings per seeker, whatever is shared out first.
  public var isRatio: Bool { [.ratio, .ratioByOccupation, .ratioByRequirement].contains(self) }
  /// True of openings, counted for all or by rows.
  public var isDemand: Bool { [.validOpenings, .sectorOpenings].contains(self) }

  /// The figures that stand in the columns of a table.
  public static func columns(of form: TableLayout.Form) -> [MarketFigure] {
    switch form {
    case .overall: [.validOpenings, .validSeekers, .ratio]
    case .groups: [.validOpenings, .sectorOpenings, .validSeekers, .ratioByOccupation, .ratioByRequirement]
    case .ranking: [.occupationCode, .validOpenings, .validSeekers, .ratioByOccupation]
    case .filling:
      [
        .closedOpenings, .filledOpenings, .fillRate, .suitablePerOpening, .vacancyDuration, .offeredPay25,
        .offeredPay50, .offeredPay75, .negotiableShare,
      ]
    case .matching: [.thisPeriod, .previousPeriod, .yearBefore]
    }
  }

  /// The figures that may be rows.
  public static let rows: [MarketFigure] = [
    .mismatch, .mismatchLinear, .mismatchEducation, .mismatchEducationLinear, .mismatchLevel, .mismatchLevelLinear,
    .validOpenings, .validSeekers, .hires, .matchingEfficiency,
  ]
}
