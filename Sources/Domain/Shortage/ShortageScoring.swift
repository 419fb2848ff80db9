/// Turns figures into points, a weighted mean, a level and stars (METHODS "Shortage index"); pure.
public struct ShortageScoring: Sendable {
  public let rules: ShortageRules
  public private(set) var weights: [ShortageIndicator: Double]
  /// Of I1 the quartiles of the base.
  public private(set) var cuts: [ShortageIndicator: ShortageRules.Cuts]

  /// Values such as 1.1 or a sum of weights have no exact binary form: what is closer than this to a limit is on it.
  private static let slack = 1e-9

  public init(rules: ShortageRules, base: ShortageBase) {
    self.rules = rules
    weights = rules.weights
    cuts = rules.cuts
    cuts[.ratio] = ShortageRules.Cuts(base.quartiles)
  }

  /// The same with one weight or the thresholds of one indicator multiplied by 1 + `factor`.
  public func varied(_ indicator: ShortageIndicator, _ change: SensitivityRun.Change, by factor: Double) -> Self {
    var result = self
    switch change {
    case .weight: result.weights[indicator] = weights[indicator].map { $0 * (1 + factor) }
    case .thresholds:
      result.cuts[indicator] = cuts[indicator].map { ShortageRules.Cuts($0.values.map { $0 * (1 + factor) }) }
    }
    return result
  }

  /// 0...3: how many of the three cuts a value has passed. One on a cut has passed it where more is shorter, and has not
  /// where less is.
  public func points(_ indicator: ShortageIndicator, _ value: Double) -> Int {
    let limits = cuts[indicator]?.values ?? []
    let passed = limits.count {
      indicator.isHigherShorter ? value >= $0 - ShortageScoring.slack : value < $0 - ShortageScoring.slack
    }
    let isCapped = indicator == .ratio && value <= rules.ratioCap + ShortageScoring.slack
    return isCapped ? min(passed, 1) : passed
  }

  /// - Parameter isOccupation: false for what is coded to a 中类 or 大类 only: always X.
  public func score(_ figures: ShortageFigures, isOccupation: Bool = true) -> ShortageScore {
    let points = Dictionary(uniqueKeysWithValues: figures.values.map { ($0, self.points($0, $1)) })
    guard isOccupation, isAboveFloor(figures), points[.ratio] != nil, points.count >= rules.leastIndicators else {
      return ShortageScore(points: points, mean: nil, level: .none, stars: 0, types: [])
    }
    // In a fixed order, so that the sum is the same to the last bit.
    let order = ShortageIndicator.allCases.filter { points[$0] != nil }
    let total = order.reduce(0) { $0 + (weights[$1] ?? 0) }
    let mean = order.reduce(0) { $0 + (weights[$1] ?? 0) * Double(points[$1] ?? 0) } / total
    let level = level(mean)
    return ShortageScore(
      points: points, mean: mean, level: level, stars: stars(mean, level),
      types: level == .none ? [] : ShortageTyping(rules: rules.types).types(figures, points: points))
  }

  /// At least as many openings and employers as the rules ask for.
  public func isAboveFloor(_ figures: ShortageFigures) -> Bool {
    figures.openings >= rules.floor.openings && figures.employers >= rules.floor.employers
  }

  private func level(_ mean: Double) -> ShortageLevel {
    ShortageLevel.allCases.last { level in rules.levels[level].map { reaches(mean, $0) } ?? (level == .none) } ?? .none
  }

  private func stars(_ mean: Double, _ level: ShortageLevel) -> Int {
    switch level {
    case .heavy: reaches(mean, rules.fiveStars) ? 5 : 4
    case .medium: reaches(mean, rules.threeStars) ? 3 : 2
    case .light: 1
    case .none: 0
    }
  }

  private func reaches(_ mean: Double, _ limit: Double) -> Bool { mean >= limit - ShortageScoring.slack }
}
