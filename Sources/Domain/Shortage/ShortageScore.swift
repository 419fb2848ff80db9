/// How the index of a unit came about.
public struct ShortageScore: Sendable, Equatable {
  /// 0...3 of each indicator at hand.
  public let points: [ShortageIndicator: Int]
  /// Weighted mean of the points, 0...3; nil where the unit cannot be assessed (state X).
  public let mean: Double?
  /// `none` also where the unit cannot be assessed.
  public let level: ShortageLevel
  /// 1...5; 0 where the unit is not listed.
  public let stars: Int
  public let types: [ShortageType]

  /// 紧缺指数: round(100 P / 3), half away from zero; nil for X.
  public var index: Int? { mean.map { Int(Rounding.round(100 * $0 / 3, decimals: 0)) } }
  /// Indicators at hand, of six.
  public var coverage: Int { points.count }
  /// X 无法评估: below the floor, or too few indicators.
  public var isUnassessed: Bool { mean == nil }

  public init(
    points: [ShortageIndicator: Int], mean: Double?, level: ShortageLevel, stars: Int, types: [ShortageType]
  ) {
    self.points = points
    self.mean = mean
    self.level = level
    self.stars = stars
    self.types = types
  }
}
