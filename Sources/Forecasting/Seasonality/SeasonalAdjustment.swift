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

  /// Classical indices where the series passes the seasonality test; multiplicative where it is positive and no index
  /// is below 0.01, else additive.
  ///
  /// - Parameter cycles: periods needed for the test.
  public init(tested y: [Double], period: Int, cycles: Int) {
    guard let test = SeasonalityTest(y, period: period, cycles: cycles), test.isSeasonal else {
      self = .none
      return
    }
    self.init(of: y, period: period)
  }

  /// Classical indices without a test.
  public init(of y: [Double], period: Int) {
    if y.allSatisfy({ $0 > 0 }) {
      let factors = SeasonalIndices.classical(y, period: period, isMultiplicative: true)
      if factors.allSatisfy({ $0 >= 0.01 }) {
        self.init(indices: factors, isMultiplicative: true)
        return
      }
    }
    self.init(
      indices: SeasonalIndices.classical(y, period: period, isMultiplicative: false), isMultiplicative: false)
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
