/// Why there is no forecast.
public enum ForecastFailure: Error, Sendable, Equatable {
  /// No observation, and no parent whose share could stand in.
  case noObservations
  /// An observation is not a finite number, or so large (1e100) that its square might not be.
  case notFinite(index: Int)
  /// A horizon below 1.
  case noHorizon
  /// Whoever asked does not want it any more.
  case cancelled
}
