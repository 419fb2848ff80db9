/// What a reader of a forecast should know about its series.
public enum ForecastNote: Sendable, Hashable {
  /// Missing observations that were filled in.
  case filledGaps(Int)
  /// The last observations are missing; the forecast starts from the last known one.
  case staleBy(Int)
  /// Neighbouring observations, so many, that were far from all others and were taken to be what is usual there.
  case replacedOutlier(Int)
  /// All observations are the same; the interval is that of a count's chance (Poisson), or 0.5 % of the level as standard
  /// deviation where they are no counts.
  case constant
  /// The members were more than three times apart at some step, which takes their median.
  case disagreement
  /// A forecast below zero was raised to zero.
  case clippedAtZero
  /// The intervals are not calibrated on past errors.
  case uncalibrated
}
