/// The rungs for series that are not intermittent; each makes a draft from what its length allows.
struct ModelFallback {
  private let y: [Double]
  private let period: Int
  private let horizon: Int
  private let parent: Parent?

  init(_ y: [Double], period: Int, horizon: Int, parent: Parent?) {
    self.y = y
    self.period = period
    self.horizon = horizon
    self.parent = parent
  }

  /// ETS, CES and theta; the spread is that of the ETS mixture about the combined point.
  func combination(_ fitter: ETSFitter, from starts: SearchEnds) -> ForecastDraft {
    let theta = theta(SeasonalAdjustment(tested: y, period: period, cycles: 2))
    var members = [(name: "DOT", points: theta.points)]
    let ces = CESSelection(y, period: period, horizon: horizon, from: starts.ces)
    if let fit = ces?.fit { members.append(("CES(\(fit.model.rawValue))", fit.points)) }
    let ets = ETSEnsemble(y, period: period, horizon: horizon, fitter: fitter, from: starts.ets)
    if let ets { members.append(("ETS", ets.points)) }
    let (points, tookMedian) = Combination.points(members.map(\.points))
    let share = 1 / Double(members.count)
    var named = members.dropLast(ets == nil ? 0 : 1).map { Forecast.Member(name: $0.name, weight: share) }
    for member in ets?.members ?? [] {
      named.append(Forecast.Member(name: "ETS(\(member.fit.model))", weight: share * member.weight))
    }
    let spread = ets.map { $0.variances.map { $0.squareRoot() } } ?? theta.spread
    return ForecastDraft(
      .combination, points: points, spread: spread, members: named, residuals: theta.residuals,
      tookMedian: tookMedian, ends: SearchEnds(ets: ets?.fits ?? [], ces: ces?.ends ?? [:]))
  }

  /// Theta on the season half-way to the parent's, and CES.
  func short() -> ForecastDraft {
    // Half of the season is estimated on the series itself.
    let theta = theta(shrunkenSeason(), parameters: Double(period - 1) / 2)
    guard let ces = CESSelection(y, period: period, horizon: horizon, from: [:])?.fit else {
      return ForecastDraft(
        .short, points: theta.points, spread: theta.spread, members: [Forecast.Member(name: "DOT", weight: 1)],
        residuals: theta.residuals)
    }
    let (points, tookMedian) = Combination.points([theta.points, ces.points])
    let members = ["DOT", "CES(\(ces.model.rawValue))"].map { Forecast.Member(name: $0, weight: 0.5) }
    return ForecastDraft(
      .short, points: points, spread: theta.spread, members: members, residuals: theta.residuals,
      tookMedian: tookMedian)
  }

  func pooledSeason() -> ForecastDraft {
    let theta = theta(parentSeason())
    return ForecastDraft(
      .pooledSeason, points: theta.points, spread: theta.spread, members: [Forecast.Member(name: "DOT", weight: 1)],
      residuals: theta.residuals)
  }

  func smoothing() -> ForecastDraft {
    let season = parentSeason()
    let adjusted = season.adjusted(y)
    let level = SimpleSmoothing.level(adjusted, alpha: 0.3)
    let points = season.restored([Double](repeating: level, count: horizon), first: y.count)
    let squares = SimpleSmoothing.squares(adjusted, alpha: 0.3) / Double(y.count - 1)
    return ForecastDraft(
      .smoothing, points: points, spread: ladderSpread(squares.squareRoot(), alpha: 0.3),
      members: [Forecast.Member(name: "SES", weight: 1)])
  }

  /// The mean of up to three observations, a prior observation's weight given to the parent's share.
  func shrunkenMean() -> ForecastDraft {
    let season = parentSeason()
    let adjusted = season.adjusted(y)
    let mean = adjusted.reduce(0, +) / Double(y.count)
    var points = season.restored([Double](repeating: mean, count: horizon), first: y.count)
    if let parent, let share = parent.share(of: y) {
      let weight = Double(y.count) / Double(y.count + 1)
      points = points.indices.map { step in
        weight * points[step] + (1 - weight) * share * (parent.points[safe: step] ?? parent.points.last ?? 0)
      }
    }
    let squares = adjusted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(y.count - 1, 1))
    // So few values say little of their own spread; a third of the level is typical of short series.
    let spread = max(squares.squareRoot(), abs(mean) / 3)
    return ForecastDraft(
      .shrunkenMean, points: points, spread: ladderSpread(spread, alpha: 0.3),
      members: [Forecast.Member(name: "MEAN", weight: 1)])
  }

  /// The parent's forecast times the share of one child; nil without a parent.
  func fromShare() -> ForecastDraft? {
    guard let parent, !parent.points.isEmpty else { return nil }
    let points = (0..<horizon).map { parent.defaultShare * (parent.points[safe: $0] ?? parent.points.last ?? 0) }
    // Between nothing and twice as much.
    return ForecastDraft(
      .parentShare, points: points, spread: points.map { abs($0) / 2 },
      members: [Forecast.Member(name: "SHARE", weight: 1)])
  }

  /// - Parameter parameters: how many were estimated for the season; few errors over many parameters look too small.
  private func theta(
    _ season: SeasonalAdjustment, parameters: Double = 0
  ) -> (points: [Double], spread: [Double], residuals: [Double]) {
    let adjusted = season.adjusted(y)
    let theta = DynamicTheta.fitted(adjusted, horizon: horizon)
    let errors = theta.residuals.dropFirst(min(3, max(y.count - 3, 1)))
    let variance = errors.reduce(0) { $0 + $1 * $1 } / max(Double(errors.count) - 2 - parameters, 1)
    // Errors of the adjusted series are put back on the series' own scale.
    let fitted = season.restored(zip(adjusted, theta.residuals).map { $0 - $1 }, first: 0)
    return (
      season.restored(theta.points, first: y.count), ladderSpread(variance.squareRoot(), alpha: theta.alpha),
      zip(y, fitted).map { $0 - $1 }
    )
  }

  /// As of simple smoothing: the error of a step adds alpha of itself to all later ones.
  private func ladderSpread(_ sigma: Double, alpha: Double) -> [Double] {
    (0..<horizon).map { sigma * (1 + Double($0) * alpha * alpha).squareRoot() }
  }

  private func parentSeason() -> SeasonalAdjustment {
    guard let parent, period > 1 else { return .none }
    return SeasonalAdjustment(indices: parent.factors(childCount: y.count), isMultiplicative: true)
  }

  /// Own factors and the parent's in equal parts; without a parent the own ones where they pass the test.
  private func shrunkenSeason() -> SeasonalAdjustment {
    guard let parent, y.allSatisfy({ $0 > 0 }) else {
      return SeasonalAdjustment(tested: y, period: period, cycles: 2)
    }
    let own = SeasonalIndices.classical(y, period: period, isMultiplicative: true)
    let mixed = zip(own, parent.factors(childCount: y.count)).map { ($0 + $1) / 2 }
    return SeasonalAdjustment(indices: mixed, isMultiplicative: true)
  }
}

extension Array {
  /// The element at `index`, or nil.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
