import Forecasting
import Testing

/// Naive forecasts and Naive2, against R and the M4 competition's own files.
@Suite struct BaselineTests {
  struct Entry: Decodable {
    let id: String
    let naive: [Double]?
    let seasonalNaive: [Double]?
    let naive2: [Double]?
  }

  @Test func agree() throws {
    var counts = [0, 0, 0]
    for entry in try Golden.read("baselines") as [Entry] {
      let series = try #require(Golden.series[entry.id])
      let (y, h) = (series.y, series.h)
      if let wanted = entry.naive {
        counts[0] += 1
        #expect(difference(Baseline.naive(y, horizon: h), wanted) < 1e-9, "\(entry.id)")
      }
      if let wanted = entry.seasonalNaive {
        counts[1] += 1
        #expect(difference(Baseline.seasonalNaive(y, period: series.m, horizon: h), wanted) < 1e-9, "\(entry.id)")
      }
      if let wanted = entry.naive2 {
        counts[2] += 1
        #expect(difference(Baseline.naive2(y, period: series.m, horizon: h), wanted) < 1e-9, "\(entry.id)")
      }
    }
    #expect(counts.allSatisfy { $0 > 40 }, "\(counts)")
  }
}
