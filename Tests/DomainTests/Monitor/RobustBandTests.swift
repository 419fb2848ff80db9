import Testing

@testable import Domain

@Suite struct RobustBandTests {
  @Test func medianAndSpread() throws {
    // Deviations from 4 are 3 2 0 1 96: their median is 2.
    let band = try #require(RobustBand([1, 2, 4, 5, 100], floor: 0.1))
    #expect(band.median == 4)
    #expect(abs(band.spread - 2.9652) < 1e-12)
    #expect(abs(band.deviations(of: 100) - 96 / 2.9652) < 1e-9)
    #expect(band.limits(1).contains(6.9))
    #expect(!band.limits(1).contains(7))
  }

  @Test func equalFiguresHaveTheFloor() throws {
    let band = try #require(RobustBand([7, 7, 7, 7], floor: 2))
    #expect(band.deviations(of: 11) == 2)
    #expect(RobustBand([], floor: 1) == nil)
  }

  @Test func seasonsBeforeRecentPeriods() throws {
    let now = Period("2026Q3")!
    var figures: [Period: Double] = [:]
    for (index, back) in (1...14).enumerated() { figures[now.advanced(by: -back)] = Double(index + 1) }
    let season = try #require(SeasonalHistory(of: now, in: figures))
    #expect(season.values == [4, 8, 12])
    #expect(season.isSeasonal)
    figures[now.advanced(by: -12)] = nil
    let recent = try #require(SeasonalHistory(of: now, in: figures))
    #expect(recent.values == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(!recent.isSeasonal)
    #expect(SeasonalHistory(of: now, in: [now.previous: 1, now.yearBefore: 2]) == nil)
  }
}
