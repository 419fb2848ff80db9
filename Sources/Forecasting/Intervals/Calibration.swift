/// Split-conformal factors: how many times wider than the models say intervals have to be, per horizon and class of
/// volume, pooled over the series of a panel.
///
/// Source: Papadopoulos et al. (2002) and Lei et al. (2018) for normalised split-conformal intervals.
public struct Calibration: Sendable {
  /// A past forecast and what came.
  public struct Case: Sendable {
    public let forecast: Forecast
    /// As many as the forecast has steps, or fewer.
    public let actual: [Double]

    public init(forecast: Forecast, actual: [Double]) {
      self.forecast = forecast
      self.actual = actual
    }
  }

  /// Cases that a class needs at a horizon to have a factor of its own.
  public static let leastCases = 100

  private typealias Table = [IntervalLevel: [Double]]

  private let pooled: Table
  private let classes: [CalibrationClass: Table]

  /// - Parameters:
  ///   - cases: forecasts with the intervals of their models, in any order.
  ///   - horizon: steps; a forecast that goes further takes the factor of the last.
  public init(_ cases: [Case], horizon: Int) {
    pooled = Calibration.factors(cases, horizon) ?? [:]
    classes = Dictionary(grouping: cases) { CalibrationClass($0.forecast) }
      .filter { $0.value.count >= Calibration.leastCases }
      .compactMapValues { Calibration.factors($0, horizon) }
  }

  /// One factor a step of `forecast`, of its class, or of all cases where the class has too few; 1 where nothing is
  /// known.
  public func factors(_ forecast: Forecast, _ level: IntervalLevel) -> [Double] {
    let table = (classes[CalibrationClass(forecast)] ?? pooled)[level] ?? []
    return (0..<forecast.horizon).map { step in table.isEmpty ? 1 : table[min(step, table.count - 1)] }
  }

  private static func factors(_ cases: [Case], _ horizon: Int) -> Table? {
    guard !cases.isEmpty else { return nil }
    var result: Table = [:]
    for level in IntervalLevel.allCases {
      let scores = (0..<horizon).map { step in cases.compactMap { score($0, step, level) } }
      result[level] = (0..<horizon).map { step in
        // A step and its neighbours: their errors are alike, and three times as many.
        let near = (max(0, step - 1)...min(horizon - 1, step + 1)).flatMap { scores[$0] }.sorted()
        return quantile(near, level.rawValue)
      }
    }
    return result
  }

  /// The stretch at which the interval would just have held the value; nil where it has no width to stretch.
  private static func score(_ one: Case, _ step: Int, _ level: IntervalLevel) -> Double? {
    guard step < one.actual.count, step < one.forecast.horizon else { return nil }
    let band = level == .eighty ? one.forecast.band80 : one.forecast.band95
    let point = one.forecast.points[step]
    let error = one.actual[step] - point
    let width = error >= 0 ? band.upper[step] - point : point - band.lower[step]
    if error == 0 { return 0 }
    return width > 0 ? abs(error) / width : nil
  }

  /// The (n + 1) p-th smallest, the largest where that lies beyond.
  private static func quantile(_ sorted: [Double], _ p: Double) -> Double {
    guard let last = sorted.last else { return 1 }
    let rank = Int((Double(sorted.count + 1) * p).rounded(.up))
    return rank > sorted.count ? last : sorted[max(rank, 1) - 1]
  }
}
