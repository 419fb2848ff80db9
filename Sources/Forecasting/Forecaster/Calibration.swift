/// Split-conformal factors: how many times wider than the models say intervals have to be, per horizon and class (way of
/// forecasting and size), pooled over the series of a panel.
///
/// Source: Papadopoulos et al. (2002) and Lei et al. (2018) for normalised split-conformal intervals.
public struct Calibration: Sendable {
  /// How far a past forecast was off, in units of its intervals.
  public struct Case: Sendable {
    let kind: CalibrationClass
    /// The stretch at which each step's interval would just have held the value; nil where it has no width.
    let scores: [IntervalLevel: [Double?]]

    /// - Parameter actual: what came, as many values as the forecast has steps, or fewer.
    public init(forecast: Forecast, actual: [Double]) {
      kind = CalibrationClass(forecast)
      scores = [
        .eighty: Case.scores(forecast, forecast.band80, actual),
        .ninetyFive: Case.scores(forecast, forecast.band95, actual),
      ]
    }

    private static func scores(_ forecast: Forecast, _ band: ForecastBand, _ actual: [Double]) -> [Double?] {
      zip(actual, forecast.points).enumerated().map { step, pair in
        let error = pair.0 - pair.1
        let width = error >= 0 ? band.upper[step] - pair.1 : pair.1 - band.lower[step]
        return error == 0 ? 0 : width > 0 ? abs(error) / width : nil
      }
    }
  }

  /// No factor is above this: where one would be, some model had next to no width, which says nothing of the others.
  public static let most = 10.0

  /// Cases that a class needs at a horizon to have a factor of its own.
  public static let leastCases = 100

  private typealias Table = [IntervalLevel: [Double]]

  private let least: Double
  private let pooled: Table
  private let classes: [CalibrationClass: Table]

  /// - Parameters:
  ///   - cases: forecasts with the intervals of their models, in any order.
  ///   - horizon: steps; a forecast that goes further takes the factor of the last.
  ///   - least: no factor is below this.
  public init(_ cases: [Case], horizon: Int, least: Double = 0) {
    self.least = least
    pooled = Calibration.factors(cases, horizon) ?? [:]
    let own = Dictionary(grouping: cases, by: \.kind)
    let wider = Dictionary(grouping: cases, by: \.kind.wider)
    classes = own.merging(wider) { own, _ in own }
      .filter { $0.value.count >= Calibration.leastCases }
      .compactMapValues { Calibration.factors($0, horizon) }
  }

  /// One factor a step of `forecast`, of its class; of its way of forecasting, or of all cases, where the class has too
  /// few; 1 where nothing is known.
  public func factors(_ forecast: Forecast, _ level: IntervalLevel) -> [Double] {
    let own = CalibrationClass(forecast)
    let table = (classes[own] ?? classes[own.wider] ?? pooled)[level] ?? []
    // The bound of a series that has ended is one on what was never seen; that nothing came again does not lower it.
    let least = forecast.method == .ended ? max(least, 1) : least
    return (0..<forecast.horizon).map { step in
      table.isEmpty ? 1 : min(max(least, table[min(step, table.count - 1)]), Calibration.most)
    }
  }

  private static func factors(_ cases: [Case], _ horizon: Int) -> Table? {
    guard !cases.isEmpty else { return nil }
    var result: Table = [:]
    for level in IntervalLevel.allCases {
      let scores = (0..<horizon).map { step in
        cases.compactMap { one -> Double? in
          guard let row = one.scores[level], step < row.count else { return nil }
          return row[step]
        }
      }
      result[level] = (0..<horizon).map { step in
        // A step and its neighbours: their errors are alike, and three times as many.
        let near = (max(0, step - 1)...min(horizon - 1, step + 1)).flatMap { scores[$0] }.sorted()
        return quantile(near, level.rawValue)
      }
    }
    return result
  }

  /// The (n + 1) p-th smallest. Where that lies beyond the largest, of which n / (n + 1) is expected to lie below, so much
  /// more than the largest as a normal distribution has between the two.
  private static func quantile(_ sorted: [Double], _ p: Double) -> Double {
    guard let last = sorted.last else { return 1 }
    let count = Double(sorted.count)
    let rank = Int(((count + 1) * p).rounded(.up))
    guard rank > sorted.count else { return sorted[max(rank, 1) - 1] }
    func width(_ level: Double) -> Double { NormalQuantile.value((1 + level) / 2) }
    return last * width(p) / width(count / (count + 1))
  }
}
