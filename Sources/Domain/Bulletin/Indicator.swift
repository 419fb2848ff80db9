/// Every figure of the bulletin, in the order of the methodology page. Its words stand in `texts/indicators.csv`, under
/// its id.
public enum Indicator: String, Sendable, CaseIterable {
  case validOpenings = "valid_openings"
  case validSeekers = "valid_seekers"
  case openingsPerSeeker = "openings_per_seeker"
  case ratioByOccupation = "ratio_by_occupation"
  case ratioByRequirement = "ratio_by_requirement"
  case sectorOpenings = "sector_openings"
  case gap
  case shareChange = "share_change"
  case ratioChange = "ratio_change"
  case growth
  case fillRate = "fill_rate"
  case suitablePerOpening = "suitable_per_opening"
  case vacancyDuration = "vacancy_duration"
  case mismatch
  case mismatchLinear = "mismatch_linear"
  case hires
  case matchingEfficiency = "matching_efficiency"
  case offeredPay = "offered_pay"

  /// The number of its formula: `F2`.
  public var formulaNumber: String {
    switch self {
    case .validOpenings, .validSeekers: "F1"
    case .openingsPerSeeker: "F2"
    case .ratioByOccupation: "F3"
    case .ratioByRequirement: "F4"
    case .sectorOpenings: "F5"
    case .gap: "F6"
    case .shareChange: "F7"
    case .ratioChange: "F7b"
    case .growth: "F7c"
    case .fillRate: "F8"
    case .suitablePerOpening: "F9"
    case .vacancyDuration: "F10"
    case .mismatch, .mismatchLinear: "F11"
    case .hires, .matchingEfficiency: "F12"
    case .offeredPay: "F13"
    }
  }

  /// False for a plain number.
  public var hasUnit: Bool {
    switch self {
    case .openingsPerSeeker, .ratioByOccupation, .ratioByRequirement, .ratioChange, .mismatch, .mismatchLinear,
      .matchingEfficiency:
      false
    default: true
    }
  }

  /// True where it is to be said what a higher value means.
  public var hasDirection: Bool {
    switch self {
    case .openingsPerSeeker, .ratioByOccupation, .ratioByRequirement, .gap, .ratioChange, .fillRate,
      .suitablePerOpening, .vacancyDuration, .mismatch, .mismatchLinear, .matchingEfficiency:
      true
    default: false
    }
  }
}
