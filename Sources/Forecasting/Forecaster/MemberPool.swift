/// The models of a combination beside each other, before they are weighted.
struct MemberPool: Sendable {
  struct Entry: Sendable {
    let model: CombinedModel
    /// One a step ahead.
    var points: [Double]
    /// What the model consists of; the weights sum to 1.
    let parts: [Forecast.Member]
  }

  /// At least one.
  var entries: [Entry]
  /// Standard deviations a step ahead, of the models' own errors.
  var spread: [Double]

  var models: [CombinedModel] { entries.map(\.model) }

  /// - Parameter weights: one an entry; sum to 1.
  func combined(_ weights: [Double]) -> (points: [Double], spread: [Double], tookMedian: Bool) {
    let (points, tookMedian) = Combination.points(entries.map(\.points), weights: weights)
    let whole = points.indices.map { step in
      let apart = zip(entries, weights).reduce(0) { sum, one in
        let distance = one.0.points[step] - points[step]
        return sum + one.1 * distance * distance
      }
      return max((spread[step] * spread[step] + apart).squareRoot(), ForecastBand.leastSpread * abs(points[step]))
    }
    return (points, whole, tookMedian)
  }

  /// The models' names with their parts of the combined point; one that is part of several entries has their sum.
  func members(_ weights: [Double]) -> [Forecast.Member] {
    var names: [String] = []
    var sums: [String: Double] = [:]
    for (entry, weight) in zip(entries, weights) {
      for part in entry.parts {
        if sums[part.name] == nil { names.append(part.name) }
        sums[part.name, default: 0] += weight * part.weight
      }
    }
    return names.map { Forecast.Member(name: $0, weight: sums[$0] ?? 0) }
  }

  /// Points and spread times `factors`, one a step.
  func scaled(by factors: [Double]) -> MemberPool {
    var result = self
    for index in entries.indices { result.entries[index].points = zip(entries[index].points, factors).map { $0 * $1 } }
    result.spread = zip(spread, factors).map { $0 * $1 }
    return result
  }

  /// The last `horizon` steps.
  func last(_ horizon: Int) -> MemberPool {
    var result = self
    for index in entries.indices { result.entries[index].points = entries[index].points.suffix(horizon) }
    result.spread = spread.suffix(horizon)
    return result
  }

  var equal: [Double] { [Double](repeating: 1 / Double(entries.count), count: entries.count) }
}
