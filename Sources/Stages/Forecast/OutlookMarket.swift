import Domain
import Forecasting

/// Both sides of a market, forecast.
struct OutlookMarket {
  let tree: OccupationTree
  let demand: SideForecast
  let seekers: SideForecast
  let steps: [Period]

  /// All occupations and groups of a region (0: the city) that have had or may have anything, in the order of codes.
  func subjects(region: Int, name: (String) -> Label) -> [OutlookSubject] {
    tree.nodes.filter { $0.region == region }.compactMap { node in
      let sides = (demand.series[node.series], seekers.series[node.series])
      guard node.occupation.isEmpty || OutlookMarket.isAlive(sides.0) || OutlookMarket.isAlive(sides.1) else {
        return nil
      }
      let gap = GapForecast(demand: sides.0.forecast, seekers: sides.1.forecast)
      return OutlookSubject(
        occupation: node.occupation, name: node.occupation.isEmpty ? Label(zh: "", en: "") : name(node.occupation),
        demand: OutlookMarket.line(sides.0), seekers: OutlookMarket.line(sides.1),
        gap: OutlookLine(
          history: zip(sides.0.history, sides.1.history).map { $0 - $1 }, steps: gap.steps, method: "",
          beatsSeasonalNaive: nil),
        chances: gap.chances)
    }
  }

  /// False where nothing was in the last year and nothing is expected.
  private static func isAlive(_ side: SideForecast.Series) -> Bool {
    side.history.suffix(side.forecast.horizon).contains { $0 != 0 } || side.forecast.points.contains { $0 >= 0.5 }
  }

  private static func line(_ side: SideForecast.Series) -> OutlookLine {
    let forecast = side.forecast
    return OutlookLine(
      history: side.history,
      steps: forecast.points.indices.map { step in
        OutlookStep(
          point: forecast.points[step], low80: forecast.band80.lower[step], high80: forecast.band80.upper[step],
          low95: forecast.band95.lower[step], high95: forecast.band95.upper[step])
      },
      method: "method_\(forecast.method.rawValue)", beatsSeasonalNaive: side.score?.beatsSeasonalNaive)
  }
}
