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

  /// Of the distribution whose quantiles are the median and the ends of both intervals, so that no chance contradicts what
  /// is drawn: between them, and beyond the outer one, its standard score is linear.
  private static func chance(_ step: OutlookStep) -> Double {
    let distance = abs(step.point)
    let inner = step.point > 0 ? step.point - step.low80 : step.high80 - step.point
    let outer = step.point > 0 ? step.point - step.low95 : step.high95 - step.point
    // Nothing on either side, for sure.
    guard distance > 0 || inner > 0 else { return 0 }
    let (score80, score95) = (NormalQuantile.value(0.9), NormalQuantile.value(0.975))
    let score: Double
    if distance <= inner {
      score = distance / inner * score80
    } else {
      score = outer > inner ? score80 + (distance - inner) / (outer - inner) * (score95 - score80) : .infinity
    }
    return NormalQuantile.cumulative(step.point > 0 ? score : -score)
  }
}
