import Domain
import Forecasting

/// Openings minus seekers, from the forecasts of both.
///
/// Their errors are taken to be independent, so that the sides of their intervals add up as squares do; the backtest of
/// warnings says how well that holds.
struct GapForecast {
  let steps: [OutlookStep]
  /// P(gap > 0), a step.
  let chances: [Double]

  init(demand: Forecast, seekers: Forecast) {
    steps = demand.points.indices.map { step in
      let point = demand.points[step] - seekers.points[step]
      func side(_ more: Double, _ less: Double) -> Double { (more * more + less * less).squareRoot() }
      func ends(_ demanded: ForecastBand, _ sought: ForecastBand) -> (low: Double, high: Double) {
        let (up, down) = (demanded.upper[step] - demand.points[step], demand.points[step] - demanded.lower[step])
        let (more, fewer) = (sought.upper[step] - seekers.points[step], seekers.points[step] - sought.lower[step])
        return (point - side(down, more), point + side(up, fewer))
      }
      let (inner, outer) = (ends(demand.band80, seekers.band80), ends(demand.band95, seekers.band95))
      return OutlookStep(
        point: point, low80: inner.low, high80: inner.high, low95: outer.low, high95: outer.high)
    }
    chances = steps.map(GapForecast.chance)
  }

  /// A normal distribution on each side of the median, with the width that the 80 % interval has there.
  private static func chance(_ step: OutlookStep) -> Double {
    let width = step.point > 0 ? step.point - step.low80 : step.high80 - step.point
    guard width > 0 else { return step.point > 0 ? 1 : 0 }
    return NormalQuantile.cumulative(step.point / width * NormalQuantile.value(0.9))
  }
}
