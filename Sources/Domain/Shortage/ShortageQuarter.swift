/// One quarter of a unit, for charts.
public struct ShortageQuarter: Sendable, Equatable {
  public let period: Period
  public let demand: Int
  public let seekers: Int
  /// F3, unrounded; nil without seekers.
  public let ratio: Double?
  public let payMedian: Double?
  /// F10 of the postings published in the four quarters up to this one, as known at its end.
  public let durationDays: Int?

  public init(period: Period, demand: Int, seekers: Int, ratio: Double?, payMedian: Double?, durationDays: Int?) {
    self.period = period
    self.demand = demand
    self.seekers = seekers
    self.ratio = ratio
    self.payMedian = payMedian
    self.durationDays = durationDays
  }
}
