/// Errors of point forecasts.
///
/// Sources: Makridakis (1993) for sMAPE, Hyndman and Koehler (2006) for MASE, the M5 competition for RMSSE.
public enum Accuracy {
  /// Mean of 200 |y - f| / (|y| + |f|), in per cent; 0 where both are 0.
  public static func smape(_ actual: [Double], _ points: [Double]) -> Double {
    mean(actual, points) { y, f in
      let size = abs(y) + abs(f)
      return size == 0 ? 0 : 200 * abs(y - f) / size
    }
  }

  /// Mean absolute error over `scale`; nil where the scale is 0.
  public static func mase(_ actual: [Double], _ points: [Double], scale: Double) -> Double? {
    scale > 0 ? mean(actual, points) { abs($0 - $1) } / scale : nil
  }

  /// Root of the mean squared error over the in-sample mean squared seasonal difference; nil where that is 0.
  public static func rmsse(_ actual: [Double], _ points: [Double], history: [Double], period: Int) -> Double? {
    let lag = lag(history, period)
    guard history.count > lag else { return nil }
    let scale =
      (lag..<history.count).reduce(0) { sum, t in
        let change = history[t] - history[t - lag]
        return sum + change * change
      } / Double(history.count - lag)
    return scale > 0 ? (mean(actual, points) { ($0 - $1) * ($0 - $1) } / scale).squareRoot() : nil
  }

  /// Mean error over `scale`, positive where forecasts were too low.
  public static func bias(_ actual: [Double], _ points: [Double], scale: Double) -> Double? {
    scale > 0 ? mean(actual, points) { $0 - $1 } / scale : nil
  }

  /// The in-sample mean absolute error of seasonal naive; plain naive where the series is not longer than a period.
  public static func scale(_ history: [Double], period: Int) -> Double {
    let lag = lag(history, period)
    guard history.count > lag else { return 0 }
    return (lag..<history.count).reduce(0) { $0 + abs(history[$1] - history[$1 - lag]) } / Double(history.count - lag)
  }

  /// Overall weighted average of the M4 competition: the mean of sMAPE and MASE over those of Naive2.
  public static func owa(smape: Double, mase: Double, naive2 base: (smape: Double, mase: Double)) -> Double {
    (smape / base.smape + mase / base.mase) / 2
  }

  private static func lag(_ history: [Double], _ period: Int) -> Int {
    history.count > period ? max(period, 1) : 1
  }

  private static func mean(_ actual: [Double], _ points: [Double], _ error: (Double, Double) -> Double) -> Double {
    let count = min(actual.count, points.count)
    guard count > 0 else { return 0 }
    return (0..<count).reduce(0) { $0 + error(actual[$1], points[$1]) } / Double(count)
  }
}
