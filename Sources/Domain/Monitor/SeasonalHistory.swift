/// The earlier figures that one of a period is held against.
public struct SeasonalHistory: Sendable, Equatable {
  /// Earlier years that make a season.
  public static let leastYears = 3
  /// Periods before, where there are too few years.
  public static let recent = 8
  /// Figures without which nothing is said.
  public static let least = 3

  public let values: [Double]
  /// True where they are those of the same quarter or month of earlier years.
  public let isSeasonal: Bool

  /// Nil where there are too few.
  ///
  /// - Parameter figures: by period, all of one unit.
  public init?(of period: Period, in figures: [Period: Double]) {
    let years = (1...20).compactMap { figures[period.advanced(by: -$0 * period.unit.perYear)] }
    if years.count >= SeasonalHistory.leastYears {
      (values, isSeasonal) = (years, true)
      return
    }
    let before = (1...SeasonalHistory.recent).compactMap { figures[period.advanced(by: -$0)] }
    guard before.count >= SeasonalHistory.least else { return nil }
    (values, isSeasonal) = (before, false)
  }
}
