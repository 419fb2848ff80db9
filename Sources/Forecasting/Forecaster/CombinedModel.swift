/// The models that a combination is made of.
enum CombinedModel: Int, Sendable, CaseIterable {
  /// All exponential smoothing models by their AICc.
  case smoothing
  /// Those with a season alone: AICc charges a short series in full for every seasonal state.
  case seasonalSmoothing
  /// Dynamic theta on the adjusted series.
  case theta
  /// Simple exponential smoothing of the adjusted series.
  case level
  /// Complex exponential smoothing with a season of its own.
  case complex
  /// Complex exponential smoothing of the adjusted series.
  case adjustedComplex
  /// The values of a year ago.
  case seasonalNaive
}
