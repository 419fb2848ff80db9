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

  /// All models that have a season of their own or take the shrunken one; the spread is that of the ETS mixture.
  func combination(_ fitter: ETSFitter, from starts: SearchEnds) -> ForecastDraft {
    let season = SeasonalAdjustment(shrunken: y, period: period)
    let theta = theta(season)
    let ets = ETSEnsemble(y, period: period, horizon: horizon, fitter: fitter, from: starts.ets)
    let adjusted = season.adjusted(y)
    let complex = CESMean([.partial, .full], y, period: period, horizon: horizon, from: starts.ces)
    let plain = CESMean([.none], adjusted, period: 1, horizon: horizon, from: starts.ces)
    var entries: [MemberPool.Entry] = []
    func add(_ model: CombinedModel, _ points: [Double]?, _ parts: [Forecast.Member]) {
      guard let points, points.allSatisfy(\.isFinite) else { return }
      entries.append(MemberPool.Entry(model: model, points: points, parts: parts))
    }
    func add(_ model: CombinedModel, _ mixture: ETSMixture?) {
      add(
        model, mixture?.points,
        (mixture?.members ?? []).map { Forecast.Member(name: "ETS(\($0.fit.model))", weight: $0.weight) })
    }
    func add(_ model: CombinedModel, _ complex: CESMean?, _ points: [Double]?) {
      let models = complex?.models ?? []
      add(
        model, points,
        models.map { Forecast.Member(name: "CES(\($0.rawValue))", weight: 1 / Double(models.count)) })
    }
    func name(_ name: String) -> [Forecast.Member] { [Forecast.Member(name: name, weight: 1)] }
    add(.smoothing, ets?.all)
    add(.seasonalSmoothing, ets?.seasonal)
    add(.theta, theta.points, name("DOT"))
    add(.level, level(season), name("SES"))
    add(.complex, complex, complex?.points)
    add(.adjustedComplex, plain, plain.map { season.restored($0.points, first: y.count) })
    add(
      .seasonalNaive, Baseline.seasonalNaive(y, period: period, horizon: horizon), name(period > 1 ? "SNAIVE" : "NAIVE")
    )
    let spread = ets.map { $0.all.variances.map { $0.squareRoot() } } ?? theta.spread
    let ends = SearchEnds(
      ets: ets?.fits ?? [], ces: (complex?.ends ?? [:]).merging(plain?.ends ?? [:]) { first, _ in first })
    return ForecastDraft(
      .combination, MemberPool(entries: entries, spread: spread), isWeighted: true, residuals: theta.residuals,
      ends: ends)
  }

  /// Theta and simple smoothing on the season shrunk to the parent's.
  func short() -> ForecastDraft {
    let season = parentedSeason()
    // Part of the season is estimated on the series itself.
    let theta = theta(season, parameters: Double(period - 1) / 2)
    let pool = MemberPool(
      entries: [
        .init(model: .theta, points: theta.points, parts: [Forecast.Member(name: "DOT", weight: 1)]),
        .init(model: .level, points: level(season), parts: [Forecast.Member(name: "SES", weight: 1)]),
      ], spread: theta.spread)
    return ForecastDraft(.short, pool, isWeighted: false, residuals: theta.residuals)
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

  /// Own factors, shrunk to the parent's.
  private func parentedSeason() -> SeasonalAdjustment {
    guard let parent, y.allSatisfy({ $0 > 0 }) else { return SeasonalAdjustment(shrunken: y, period: period) }
    return SeasonalAdjustment(shrunken: y, to: parent.factors(childCount: y.count))
  }

  /// Simple exponential smoothing of the adjusted series.
  private func level(_ season: SeasonalAdjustment) -> [Double] {
    let level = SimpleSmoothing.fittedLevel(season.adjusted(y), alpha: 0.01...0.99)
    return season.restored([Double](repeating: level, count: horizon), first: y.count)
  }
}

extension Array {
  /// The element at `index`, or nil.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
