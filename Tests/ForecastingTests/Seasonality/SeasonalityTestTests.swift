import Forecasting
import Testing

/// The M4 competition's test of seasonality.
@Suite struct SeasonalityTestTests {
  struct Entry: Decodable {
    let id: String
    let seasonalTest: Wanted?
  }

  struct Wanted: Decodable {
    let acf: [Double]
    let limit: Double
    let seasonal: Bool
  }

  @Test func agree() throws {
    var count = 0
    for entry in try Golden.read("theta") as [Entry] {
      let series = try #require(Golden.series[entry.id])
      let test = SeasonalityTest(series.y, period: series.m)
      #expect((test == nil) == (entry.seasonalTest == nil), "\(entry.id)")
      guard let test, let wanted = entry.seasonalTest else { continue }
      count += 1
      #expect(difference(test.autocorrelations, wanted.acf, least: 1) < 1e-9, "\(entry.id)")
      #expect(difference([test.limit], [wanted.limit]) < 1e-9)
      #expect(test.isSeasonal == wanted.seasonal)
    }
    #expect(count > 40)
  }
}
