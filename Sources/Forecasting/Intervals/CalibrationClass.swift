/// Forecasts whose errors are alike in units of their model's interval: those of series of similar size.
public enum CalibrationClass: Sendable, Hashable {
  /// Less than 10 a step: counts.
  case small
  /// Less than 100 a step.
  case medium
  case large

  init(_ forecast: Forecast) {
    self = forecast.volume < 10 ? .small : forecast.volume < 100 ? .medium : .large
  }
}
