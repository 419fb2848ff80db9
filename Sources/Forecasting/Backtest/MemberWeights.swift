/// How much each model of a combination counts, as forecasts of the past tell: the same for all series of a panel, times
/// what each series' own errors say.
///
/// The panel's weights are those of least mean absolute scaled error, on the simplex, drawn to equal ones: few origins of a
/// shared past, and few series, tell little (Claeskens, Magnus, Vasnev, Wang 2016). The own factor is the inverse of the
/// squared error, as Bates and Granger (1969) weigh, of errors drawn half-way to the series' mean.
struct MemberWeights: Sendable {
  /// What the models of one series were off from one origin in the past.
  struct Trial: Sendable {
    let series: Int
    let models: [CombinedModel]
    /// A row a model: forecast minus what came, in units of the series' scale.
    let errors: [[Double]]

    /// - Returns: nil where the forecast is no combination, or nothing ever changed.
    init?(_ past: PastForecast) {
      let scale = Accuracy.scale(past.history, period: past.period)
      guard let pool = past.forecast.pool, scale > 0, !past.actual.isEmpty else { return nil }
      series = past.series
      models = pool.models
      errors = pool.entries.map { entry in zip(entry.points, past.actual).map { ($0 - $1) / scale } }
    }
  }

  /// By the models that a forecast has.
  private let pooled: [[CombinedModel]: [Double]]
  /// Each series' mean absolute errors by model.
  private let own: [Int: [CombinedModel: Double]]

  /// How much the squared distance from equal weights costs in a large panel, in units of the scaled error.
  private static let penalty = 0.3
  /// A panel of so many series pays twice that, one of a single series 31 times: what one series says of itself, its own
  /// factor says.
  private static let fewSeries = 30.0

  init(_ trials: [Trial]) {
    pooled = Dictionary(grouping: trials, by: \.models).mapValues(MemberWeights.pooled)
    own = Dictionary(grouping: trials, by: \.series).mapValues { trials in
      var sums: [CombinedModel: (sum: Double, count: Double)] = [:]
      for trial in trials {
        for (model, errors) in zip(trial.models, trial.errors) {
          let before = sums[model] ?? (0, 0)
          let mean = errors.reduce(0) { $0 + abs($1) } / Double(errors.count)
          sums[model] = (before.sum + mean, before.count + 1)
        }
      }
      return sums.mapValues { $0.sum / $0.count }
    }
  }

  func applied(to forecast: Forecast, series: Int) -> Forecast {
    guard let pool = forecast.pool, !pooled.isEmpty else { return forecast }
    return forecast.weighted(weights(pool.models, series: series))
  }

  /// One a model; sum to 1.
  private func weights(_ models: [CombinedModel], series: Int) -> [Double] {
    let shared = pooled[models] ?? [Double](repeating: 1 / Double(models.count), count: models.count)
    guard let own = own[series] else { return shared }
    let errors = models.map { own[$0] }
    let known = errors.compactMap { $0 }
    let mean = known.reduce(0, +) / Double(max(known.count, 1))
    guard mean > 0 else { return shared }
    let raw = zip(shared, errors).map { weight, error -> Double in
      let relative = ((error ?? mean) / mean + 1) / 2
      return weight / (relative * relative)
    }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// Iteratively reweighted least squares for the absolute error.
  private static func pooled(_ trials: [Trial]) -> [Double] {
    let count = trials[0].models.count
    let penalty = penalty * (1 + fewSeries / Double(Set(trials.map(\.series)).count))
    var weights = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<30 {
      var matrix = [Double](repeating: 0, count: count * count)
      for errors in trials.lazy.map(\.errors) {
        let share = 1 / Double(trials.count * errors[0].count)
        for step in errors[0].indices {
          var whole = 0.0
          for k in 0..<count { whole += weights[k] * errors[k][step] }
          let size = share / (2 * max(abs(whole), 1e-3))
          for i in 0..<count {
            for j in 0...i { matrix[i * count + j] += size * errors[i][step] * errors[j][step] }
          }
        }
      }
      for i in 0..<count {
        for j in 0..<i { matrix[j * count + i] = matrix[i * count + j] }
        matrix[i * count + i] += penalty
      }
      let next = SimplexSearch.minimum(matrix, count, from: weights)
      let moved = zip(next, weights).reduce(0) { max($0, abs($1.0 - $1.1)) }
      weights = next
      if moved < 1e-4 { break }
    }
    return weights
  }
}
