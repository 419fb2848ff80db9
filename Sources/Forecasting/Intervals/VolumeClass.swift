/// Series of similar size, whose errors are alike in units of their model's interval.
public enum VolumeClass: Int, Sendable, CaseIterable {
  /// Less than 10 a step: counts.
  case small
  /// Less than 100 a step.
  case medium
  case large

  public init(_ volume: Double) {
    self = volume < 10 ? .small : volume < 100 ? .medium : .large
  }
}
