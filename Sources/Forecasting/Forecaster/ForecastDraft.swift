/// A forecast before notes, clipping and calibration.
struct ForecastDraft {
  let method: ForecastMethod
  let points: [Double]
  /// Standard deviation a step ahead, for a symmetric interval; or
  private(set) var spread: [Double]
  /// quantiles of a count distribution, where there is one.
  let counts: (band80: ForecastBand, band95: ForecastBand)?
  let members: [Forecast.Member]
  /// One-step errors in the history, where the rung has them.
  let residuals: [Double]
  let tookMedian: Bool
  let ends: SearchEnds
  /// The models of a combination, whose weights may become others.
  private(set) var pool: MemberPool?

  /// The mean of all models of `pool`.
  ///
  /// - Parameter isWeighted: the weights may become others.
  init(
    _ method: ForecastMethod, _ pool: MemberPool, isWeighted: Bool, residuals: [Double], ends: SearchEnds = SearchEnds()
  ) {
    let found = pool.combined(pool.equal)
    self.init(
      method, points: found.points, spread: found.spread, members: pool.members(pool.equal), residuals: residuals,
      tookMedian: found.tookMedian, ends: ends)
    self.pool = isWeighted ? pool : nil
  }

  init(
    _ method: ForecastMethod, points: [Double], spread: [Double],
    counts: (band80: ForecastBand, band95: ForecastBand)? = nil, members: [Forecast.Member], residuals: [Double] = [],
    tookMedian: Bool = false, ends: SearchEnds = SearchEnds()
  ) {
    self.method = method
    self.points = points
    // Even a constant history does not make the future certain.
    self.spread = zip(spread, points).map { max($0, ForecastBand.leastSpread * abs($1), 1e-12) }
    self.counts = counts
    self.members = members
    self.residuals = residuals
    self.tookMedian = tookMedian
    self.ends = ends
  }

  /// With a spread of `least` at least.
  func widened(to least: Double) -> ForecastDraft {
    var result = self
    result.spread = spread.map { max($0, least) }
    result.pool?.spread = pool?.spread.map { max($0, least) } ?? []
    return result
  }

  /// The interval of `level` per cent for the last `horizon` steps.
  func band(_ level: Int, _ horizon: Int) -> ForecastBand {
    if let counts {
      let band = level == 80 ? counts.band80 : counts.band95
      return ForecastBand(lower: band.lower.suffix(horizon), upper: band.upper.suffix(horizon))
    }
    let width = NormalQuantile.value(level == 80 ? 0.9 : 0.975)
    return ForecastBand(around: points.suffix(horizon), spread.suffix(horizon), width)
  }
}
