/// Level, trend and season between two observations.
public struct ETSState: Sendable, Equatable {
  public var level: Double
  /// Growth a step; 0 where the model has no trend.
  public var trend: Double
  /// The season of the next observation first, `period` values; empty where the model has no season.
  public var season: [Double]

  public init(level: Double, trend: Double = 0, season: [Double] = []) {
    self.level = level
    self.trend = trend
    self.season = season
  }
}
