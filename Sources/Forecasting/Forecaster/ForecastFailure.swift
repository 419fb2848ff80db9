/// Why there is no forecast.
public enum ForecastFailure: Error, Sendable, Equatable {
  /// No observation, and no parent whose share could stand in.
  case noObservations
  /// An observation is not a finite number.
  case notFinite(index: Int)
  /// A horizon below 1.
  case noHorizon
  /// Whoever asked does not want it any more.
  case cancelled
}
