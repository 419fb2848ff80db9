/// How firm levels are against the rules: each weight +-50 %, each set of thresholds +-10 %.
public struct ShortageSensitivity: Sendable {
  /// One change of the rules.
  public struct Variation: Sendable, Equatable {
    public let indicator: ShortageIndicator
    public let change: SensitivityRun.Change
    /// 0.5 is +50 %, -0.1 is -10 %.
    public let factor: Double
  }

  /// All there are, in the order of the indicators.
  public static let variations: [Variation] = ShortageIndicator.allCases.flatMap { indicator in
    [(SensitivityRun.Change.weight, 0.5), (.weight, -0.5), (.thresholds, 0.1), (.thresholds, -0.1)].map {
      Variation(indicator: indicator, change: $0.0, factor: $0.1)
    }
  }

  private let scoring: ShortageScoring

  public init(_ scoring: ShortageScoring) { self.scoring = scoring }

  /// Of the units that can be assessed, how many levels each change moves.
  public func runs(_ units: [ShortageUnit]) -> [SensitivityRun] {
    let assessed = units.filter { !$0.score.isUnassessed }
    return ShortageSensitivity.variations.map { variation in
      let other = scoring.varied(variation.indicator, variation.change, by: variation.factor)
      return SensitivityRun(
        indicator: variation.indicator, change: variation.change, factor: variation.factor,
        changed: assessed.count { other.score($0.figures).level != $0.score.level }, units: assessed.count)
    }
  }

  /// The changes that move the level of one unit, with the level they move it to.
  public func moves(_ figures: ShortageFigures) -> [(variation: Variation, level: ShortageLevel)] {
    let own = scoring.score(figures)
    guard !own.isUnassessed else { return [] }
    return ShortageSensitivity.variations.compactMap { variation in
      let level = scoring.varied(variation.indicator, variation.change, by: variation.factor).score(figures).level
      return level == own.level ? nil : (variation, level)
    }
  }
}
