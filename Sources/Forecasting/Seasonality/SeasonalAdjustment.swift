/// Takes a season of known indices out of a series and puts it back into a forecast.
public struct SeasonalAdjustment: Sendable, Equatable {
  /// The season of the first observation first; one value 1 where there is none.
  public let indices: [Double]
  /// The indices are factors rather than terms.
  public let isMultiplicative: Bool

  public static let none = SeasonalAdjustment(indices: [1], isMultiplicative: true)

  public init(indices: [Double], isMultiplicative: Bool) {
    self.indices = indices
    self.isMultiplicative = isMultiplicative
  }

  /// The indices of a series, drawn to 1 as far as chance may have made them: multiplicative where the series is positive
  /// and no index is below 0.01, else additive.
  ///
  /// Source: James and Stein (1961), about a common mean as Lindley (1962) has it; for seasons Miller and Williams (2003).
  public init(shrunken y: [Double], period: Int) {
    if y.allSatisfy({ $0 > 0 }), let season = SeasonEstimate(y, period: period, isMultiplicative: true) {
      let indices = SeasonalAdjustment.shrunken(season, to: 1)
      if indices.allSatisfy({ $0 >= 0.01 }) {
        self.init(indices: indices, isMultiplicative: true)
        return
      }
    }
    guard let season = SeasonEstimate(y, period: period, isMultiplicative: false) else {
      self = .none
      return
    }
    self.init(indices: SeasonalAdjustment.shrunken(season, to: 0), isMultiplicative: false)
  }

  private static func shrunken(_ season: SeasonEstimate, to centre: Double) -> [Double] {
    let m = Double(season.indices.count)
    let spread = season.indices.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / (m - 1)
    let weight = spread > 0 ? max(0, 1 - max(m - 3, 0) / (m - 1) * season.variance / spread) : 0
    return season.indices.map { centre + weight * ($0 - centre) }
  }

  /// The factors of a positive series, drawn to its parent's as far as chance may have made the difference.
  ///
  /// - Parameter parent: as many factors, the same season first.
  init(shrunken y: [Double], to parent: [Double]) {
    guard let season = SeasonEstimate(y, period: parent.count, isMultiplicative: true) else {
      self.init(indices: parent, isMultiplicative: true)
      return
    }
    let pairs = zip(season.indices, parent)
    let spread = pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(parent.count)
    let weight = spread > 0 ? max(0, 1 - season.variance / spread) : 0
    self.init(indices: pairs.map { $1 + weight * ($0 - $1) }, isMultiplicative: true)
  }

  public func adjusted(_ y: [Double]) -> [Double] {
    y.enumerated().map { isMultiplicative ? $1 / index($0) : $1 - index($0) }
  }

  /// - Parameter first: how many observations came before the first of `points`.
  public func restored(_ points: [Double], first: Int) -> [Double] {
    points.enumerated().map { isMultiplicative ? $1 * index(first + $0) : $1 + index(first + $0) }
  }

  private func index(_ t: Int) -> Double { indices[t % indices.count] }
}
