/// Initial states from the first observations: seasonal indices of up to three cycles, then a line through up to ten
/// seasonally adjusted values.
///
/// Source: Hyndman, Koehler, Snyder, Grose (2002), section 3.
struct ETSStart {
  let level: Double
  let trend: Double
  /// The season of the first observation first; sums to 0 (additive) or to the period (multiplicative).
  let season: [Double]

  init(_ model: ETSModel, _ y: [Double], period: Int) {
    var adjusted = y
    var season: [Double] = []
    if model.season != .none {
      let isMultiplicative = model.season == .multiplicative
      let head = Array(y.prefix(max(3 * period, 2 * period)))
      let indices = SeasonalIndices.classical(head, period: period, isMultiplicative: isMultiplicative)
      season = indices.map { isMultiplicative ? max($0, 0.02) : $0 }
      let sum = season.reduce(0, +)
      if isMultiplicative {
        season = season.map { $0 * Double(period) / sum }
      } else {
        season = season.map { $0 - sum / Double(period) }
      }
      adjusted = y.enumerated().map { t, value in
        isMultiplicative ? value / season[t % period] : value - season[t % period]
      }
    }
    self.season = season
    let count = min(max(10, model.season == .none ? 0 : 2 * period), y.count)
    let head = adjusted.prefix(count)
    let mean = head.reduce(0, +) / Double(max(count, 1))
    guard model.trend != .none, count > 1 else {
      (level, trend) = (mean, 0)
      return
    }
    let middle = Double(count + 1) / 2
    var (above, below) = (0.0, 0.0)
    for (t, value) in head.enumerated() {
      let distance = Double(t + 1) - middle
      above += distance * (value - mean)
      below += distance * distance
    }
    let slope = above / below
    var level = mean - slope * middle
    var trend = slope
    // A line that starts below zero would end a multiplicative model at its first value.
    if model.hasMultiplicativeError || model.season == .multiplicative, level + trend <= 0.05 * mean {
      (level, trend) = (mean, 0)
    }
    self.level = level
    self.trend = trend
  }

  /// The same with trend and season `factor` times as strong, and the level at the mean line's height.
  func flattened(_ factor: Double) -> ETSStart {
    guard factor != 1 else { return self }
    let neutral = season.reduce(0, +) / Double(max(season.count, 1))
    return ETSStart(
      level: level + trend * (1 - factor) * 5, trend: trend * factor,
      season: season.map { neutral + ($0 - neutral) * factor })
  }

  init(level: Double, trend: Double, season: [Double]) {
    self.level = level
    self.trend = trend
    self.season = season
  }
}
