/// A count of some period that an edition shows or hides.
public struct DecidedCount: Sendable, Equatable {
  public let period: Period
  /// GB/T 2260 code.
  public let region: String
  /// `demand`, `seekers`, …
  public let measure: String
  /// What is counted, within the measure.
  public let part: String
  /// The true count.
  public let value: Int
  public let isHidden: Bool
  /// Whether it is sensitive and hidden, and nothing was found that proves its protection.
  public let lacksProof: Bool
  /// Whether readers can certainly narrow it down too far, which was said before release.
  public let isGivenAway: Bool

  public init(
    period: Period, region: String, measure: String, part: String, value: Int, isHidden: Bool,
    lacksProof: Bool = false, isGivenAway: Bool = false
  ) {
    self.isGivenAway = isGivenAway
    self.lacksProof = lacksProof
    self.period = period
    self.region = region
    self.measure = measure
    self.part = part
    self.value = value
    self.isHidden = isHidden
  }
}
