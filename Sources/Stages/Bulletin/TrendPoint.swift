import Domain
import Tables

/// One period of the trend chart.
public struct TrendPoint: Sendable {
  public let period: Period
  /// Whole numbers, or hidden.
  public let demand: ProtectedCell
  public let seekers: ProtectedCell
  /// Openings per seeker, 2 decimals, or a marker.
  public let ratio: ProtectedCell
  /// Filled openings of those closed in the period, percent with 2 decimals, or a marker.
  public let fillRate: ProtectedCell

  public init(
    period: Period, demand: ProtectedCell, seekers: ProtectedCell, ratio: ProtectedCell, fillRate: ProtectedCell
  ) {
    self.period = period
    self.demand = demand
    self.seekers = seekers
    self.ratio = ratio
    self.fillRate = fillRate
  }
}
