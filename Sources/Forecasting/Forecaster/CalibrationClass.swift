/// Forecasts whose errors are alike in units of their model's interval: those made in the same way, of series of similar
/// size. How honest a model is about itself differs more between rungs of the ladder than between levels of a hierarchy.
public struct CalibrationClass: Sendable, Hashable {
  /// How large a series is, a step.
  enum Size: Sendable, Hashable {
    /// Less than 10: counts.
    case small
    /// Less than 100.
    case medium
    case large
  }

  let method: ForecastMethod
  /// nil for all sizes together.
  let size: Size?

  init(method: ForecastMethod, size: Size?) {
    self.method = method
    self.size = size
  }

  init(_ forecast: Forecast) {
    self.init(
      method: forecast.method, size: forecast.volume < 10 ? .small : forecast.volume < 100 ? .medium : .large)
  }

  /// The class that stands in for one with too few cases.
  var wider: CalibrationClass { CalibrationClass(method: method, size: nil) }
}
