/// What the oldest origin of a backtest decides for a whole panel: how much of Naive2 goes into the points.
public struct Tuning: Sendable, Equatable {
  /// 0 leaves the points as they are.
  public let naive2Weight: Double

  static let none = Tuning(naive2Weight: 0)
  /// A weight has to better the mean MASE by this share, so that chance changes nothing.
  private static let leastGain = 0.01
  private static let leastSeries = 30

  private init(naive2Weight: Double) {
    self.naive2Weight = naive2Weight
  }

  init(_ trials: [PastForecast]) {
    func error(_ weight: Double) -> Double {
      let tuning = Tuning(naive2Weight: weight)
      return trials.reduce(0) { sum, trial in
        let points = tuning.applied(trial.forecast, history: trial.history, period: trial.period).points
        let scale = Accuracy.scale(trial.history, period: trial.period)
        return sum + (Accuracy.mase(trial.actual, points, scale: scale) ?? 0)
      }
    }
    let plain = error(0)
    let best = [0.25, 0.5].map { (weight: $0, error: error($0)) }.min { $0.error < $1.error }
    guard trials.count >= Tuning.leastSeries, let best, best.error < plain * (1 - Tuning.leastGain) else {
      self = .none
      return
    }
    naive2Weight = best.weight
  }

  /// - Parameter history: of the forecast, gaps filled.
  func applied(_ forecast: Forecast, history: [Double], period: Int) -> Forecast {
    guard naive2Weight > 0, forecast.method != .ended, forecast.method != .intermittent else { return forecast }
    let naive = Baseline.naive2(history, period: period, horizon: forecast.horizon)
    return forecast.moved(
      to: zip(forecast.points, naive).map { (1 - naive2Weight) * $0 + naive2Weight * $1 })
  }
}
