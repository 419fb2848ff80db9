/// How many levels flipped from one quarter to the next.
public struct StabilityStep: Sendable, Equatable {
  /// The quarter in which the later window ends.
  public let period: Period
  /// Units assessed at both times, and those of them with another level.
  public let units: Int
  public let flipped: Int

  public init(period: Period, units: Int, flipped: Int) {
    self.period = period
    self.units = units
    self.flipped = flipped
  }
}
