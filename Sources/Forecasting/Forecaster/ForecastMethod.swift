/// How a forecast was made: the rung of the ladder that the series' length and values allow.
public enum ForecastMethod: String, Sendable, CaseIterable, Codable {
  /// All models together (`CombinedModel`): more than five periods; without a parent at least two.
  case combination
  /// Theta and simple smoothing on a season shrunk to the parent's: two to five periods below a parent.
  case short
  /// Theta on the parent's season: 8 observations to two periods.
  case pooledSeason
  /// Smoothing with alpha 0.3 on the parent's season: 4 to 7 observations.
  case smoothing
  /// The mean shrunk to the parent's share: 1 to 3 observations.
  case shrunkenMean
  /// The parent's share: no observations.
  case parentShare
  /// IMAPA: zeros between demands.
  case intermittent
  /// Nothing in the last year, or in all of a shorter history: zero with an upper bound.
  case ended
}
