import Domain
import Forecasting

/// Puts the scores of the backtest together by measure and level of the occupations, over all regions.
struct OutlookScores {
  let tree: OccupationTree

  func scores(_ sides: [(measure: String, forecast: SideForecast)]) -> [OutlookScore] {
    sides.flatMap { side in
      (0...4).compactMap { level in score(side.measure, level, side.forecast) }
    }
  }

  private func score(_ measure: String, _ level: Int, _ side: SideForecast) -> OutlookScore? {
    let nodes = tree.nodes.filter { CodeNumber.occupationLevel($0.occupation) == level }
    // Groups of the same leaves are one series and count once a level.
    let scores = Set(nodes.map(\.series)).sorted().compactMap { side.series[$0].score }
    guard !scores.isEmpty else { return nil }
    func mean(_ value: (BacktestScore) -> Double?) -> Double? {
      let known = scores.compactMap(value)
      return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
    let values = scores.reduce(0) { $0 + $1.count }
    return OutlookScore(
      measure: measure, level: level, series: scores.count, better: scores.count { $0.beatsSeasonalNaive },
      mase: mean(\.model.mase), maseNaive2: mean(\.naive2.mase), maseSeasonalNaive: mean(\.seasonalNaive.mase),
      rmsse: mean(\.model.rmsse), msis: mean(\.msis), bias: mean(\.model.bias),
      coverage: values == 0 ? nil : Double(scores.reduce(0) { $0 + $1.covered }) / Double(values))
  }
}
