/// One of the 15 exponential smoothing models without multiplicative trend: error, trend, season.
///
/// Source: Hyndman, Koehler, Ord, Snyder, Forecasting with Exponential Smoothing (2008), table 2.1. Models with a
/// multiplicative trend are left out because they explode.
public struct ETSModel: Sendable, Hashable, CustomStringConvertible {
  public enum Trend: Sendable, Hashable { case none, additive, damped }
  public enum Season: Sendable, Hashable { case none, additive, multiplicative }

  public let hasMultiplicativeError: Bool
  public let trend: Trend
  public let season: Season

  public init(hasMultiplicativeError: Bool, trend: Trend, season: Season) {
    self.hasMultiplicativeError = hasMultiplicativeError
    self.trend = trend
    self.season = season
  }

  /// `ANN`, `MAdM` and so on; nil for another name.
  public init?(_ name: String) {
    guard let model = ETSModel.all.first(where: { $0.description == name }) else { return nil }
    self = model
  }

  /// All 15, those without season first.
  public static let all: [ETSModel] = {
    let trends: [Trend] = [.none, .additive, .damped]
    let pairs: [(Bool, Season)] = [
      (false, .none), (true, .none), (false, .additive), (true, .additive), (true, .multiplicative),
    ]
    return pairs.flatMap { error, season in
      trends.map { ETSModel(hasMultiplicativeError: error, trend: $0, season: season) }
    }
  }()

  /// The models that may be fitted: multiplicative error or season needs positive values, a season needs a period above
  /// 1.
  public static func admissible(period: Int, isPositive: Bool) -> [ETSModel] {
    all.filter { model in
      (period > 1 || model.season == .none)
        && (isPositive || (!model.hasMultiplicativeError && model.season != .multiplicative))
    }
  }

  /// Smoothing parameters, free initial states and the variance, as the information criteria count them.
  public func parameterCount(period: Int) -> Int {
    let smoothing = 1 + (trend == .none ? 0 : 1) + (season == .none ? 0 : 1) + (trend == .damped ? 1 : 0)
    return smoothing + 1 + (trend == .none ? 0 : 1) + (season == .none ? 0 : period - 1) + 1
  }

  public var description: String {
    let trend = self.trend == .none ? "N" : self.trend == .additive ? "A" : "Ad"
    let season = self.season == .none ? "N" : self.season == .additive ? "A" : "M"
    return "\(hasMultiplicativeError ? "M" : "A")\(trend)\(season)"
  }
}
