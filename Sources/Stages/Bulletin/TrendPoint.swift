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

  public init(period: Period, demand: ProtectedCell, seekers: ProtectedCell, ratio: ProtectedCell) {
    self.period = period
    self.demand = demand
    self.seekers = seekers
    self.ratio = ratio
  }
}
