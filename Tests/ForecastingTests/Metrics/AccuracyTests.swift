import Forecasting
import Testing

@Suite struct AccuracyTests {
  struct Entry: Decodable {
    let id: String
    let seasonalNaive: [Double]?
    let metrics: Metrics?
  }

  struct Metrics: Decodable {
    let smape: Double?
    let mase: Double?
    let scale: Double?
    let msis: Double?
  }

  /// sMAPE, MASE and MSIS of seasonal naive, the interval being two scales to each side.
  @Test func agree() throws {
    var count = 0
    for entry in try Golden.read("baselines") as [Entry] {
      guard let metrics = entry.metrics, let points = entry.seasonalNaive else { continue }
      let series = try #require(Golden.series[entry.id])
      guard let test = series.test, test.count == points.count, let scale = metrics.scale, scale > 0 else {
        continue
      }
      count += 1
      #expect(difference([Accuracy.scale(series.y, period: series.m)], [scale]) < 1e-9, "\(entry.id)")
      if let wanted = metrics.smape { #expect(difference([Accuracy.smape(test, points)], [wanted]) < 1e-9) }
      let mase = try #require(Accuracy.mase(test, points, scale: scale))
      if let wanted = metrics.mase { #expect(difference([mase], [wanted]) < 1e-9, "\(entry.id)") }
      let msis = try #require(
        IntervalAccuracy.msis(
          test, lower: points.map { $0 - 2 * scale }, upper: points.map { $0 + 2 * scale }, scale: scale))
      if let wanted = metrics.msis { #expect(difference([msis], [wanted]) < 1e-9, "\(entry.id)") }
    }
    #expect(count > 30)
  }

  @Test func byHand() throws {
    let history = [1.0, 3, 2, 6, 4, 5]
    // Squared changes over two steps: 1, 9, 4, 1.
    #expect(
      difference(
        [try #require(Accuracy.rmsse([5, 7], [6, 4], history: history, period: 2))], [(5 / 3.75).squareRoot()]) < 1e-12)
    #expect(Accuracy.smape([0, 1], [0, 3]) == 50)
    #expect(Accuracy.bias([3, 5], [2, 2], scale: 2) == 1)
    #expect(Accuracy.mase([1], [2], scale: 0) == nil)
    #expect(Accuracy.owa(smape: 8, mase: 1, naive2: (10, 1.25)) == 0.8)
    #expect(IntervalAccuracy.covered([1, 2, 3], lower: [1, 0, 4], upper: [1, 1, 5]) == 1)
  }
}
