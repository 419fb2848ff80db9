/// The six indicators of the shortage index (METHODS "Shortage index"), each worth 0 to 3 points.
public enum ShortageIndicator: String, CaseIterable, Sendable {
  /// 求人倍率 of the window (F3).
  case ratio = "I1"
  /// Fill rate of closed postings (F8), percent.
  case fillRate = "I2"
  /// Vacancy duration (F10) over the city's.
  case duration = "I3"
  /// Suitable applicants per opening (F9).
  case applicants = "I4"
  /// Growth of the offered pay (F13, P50) on the window before, minus the city's, percentage points.
  case payGrowth = "I5"
  /// Quarters of the last eight with more openings than seekers.
  case persistence = "I6"

  /// True where a higher value means that an occupation is shorter.
  public var isHigherShorter: Bool { self != .fillRate && self != .applicants }
}
