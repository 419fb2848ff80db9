import Testing

@testable import Forecasting

/// Indices are drawn to none, or to a parent's, as far as chance may have made them.
@Suite struct ShrunkenSeasonTests {
  private static let season = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.2, 1.1, 1, 0.9, 0.8]

  private struct Noise {
    var state: UInt64

    mutating func next() -> Double {
      (0..<4).reduce(0) { sum, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return sum + Double(state >> 40) / Double(1 << 24) - 0.5
      }
    }
  }

  private func series(_ count: Int, season: Double, noise size: Double, seed: UInt64 = 5) -> [Double] {
    var noise = Noise(state: seed)
    return (0..<count).map { t in
      100 * (1 + season * (ShrunkenSeasonTests.season[t % 12] - 1)) * (1 + size * noise.next())
    }
  }

  private func squares(_ indices: [Double], from centre: [Double]) -> Double {
    zip(indices, centre).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  private let none = [Double](repeating: 1, count: 12)

  @Test(arguments: [24, 30, 36, 60, 120]) func noiseIsNoSeason(_ count: Int) throws {
    var (raw, drawn) = (0.0, 0.0)
    for seed in 1...30 {
      let y = series(count, season: 0, noise: 0.2, seed: UInt64(seed * 7919))
      raw += squares(SeasonalIndices.classical(y, period: 12, isMultiplicative: true), from: none)
      let shrunken = SeasonalAdjustment(shrunken: y, period: 12)
      #expect(shrunken.isMultiplicative)
      drawn += squares(shrunken.indices, from: none)
    }
    #expect(drawn < raw / 4, "\(drawn) \(raw)")
  }

  /// In two years no test finds a season.
  @Test(arguments: [24, 30, 36, 60]) func aSeasonStays(_ count: Int) throws {
    let y = series(count, season: 1, noise: 0.05)
    let shrunken = SeasonalAdjustment(shrunken: y, period: 12)
    #expect(zip(shrunken.indices, ShrunkenSeasonTests.season).allSatisfy { abs($0 - $1) < 0.1 }, "\(shrunken.indices)")
  }

  /// Without noise nothing is shrunk; a trend is no season.
  @Test func pureSeasonsAreExact() {
    let steady = (0..<48).map { 100 * ShrunkenSeasonTests.season[$0 % 12] }
    let mean = ShrunkenSeasonTests.season.reduce(0, +) / 12
    let wanted = ShrunkenSeasonTests.season.map { $0 / mean }
    #expect(difference(SeasonalAdjustment(shrunken: steady, period: 12).indices, wanted) < 1e-9)
    let line = (0..<48).map { 100 + 2 * Double($0) }
    #expect(difference(SeasonalAdjustment(shrunken: line, period: 12).indices, none) < 1e-6)
  }

  @Test func signsMakeItAdditive() {
    let y = (0..<40).map { [-3.0, 1, 4, -2][$0 % 4] }
    let found = SeasonalAdjustment(shrunken: y, period: 4)
    #expect(!found.isMultiplicative && difference(found.indices, [-3, 1, 4, -2]) < 1e-9)
    #expect(SeasonalAdjustment(shrunken: [1, 2, 3], period: 4) == .none)
  }

  @Test func parentsSeasonIsTakenAsFarAsNoiseAllows() {
    let parent = ShrunkenSeasonTests.season
    var (raw, drawn) = (0.0, 0.0)
    for seed in 1...30 {
      let y = series(36, season: 1, noise: 0.3, seed: UInt64(seed * 7919))
      raw += squares(SeasonEstimate(y, period: 12, isMultiplicative: true)?.indices ?? [], from: parent)
      drawn += squares(SeasonalAdjustment(shrunken: y, to: parent).indices, from: parent)
    }
    #expect(drawn < raw / 2, "\(drawn) \(raw)")
    // A season of its own, without noise, is not given up.
    let other = (0..<48).map { 100 * (2 - parent[$0 % 12]) }
    let kept = SeasonalAdjustment(shrunken: other, to: parent)
    #expect(zip(kept.indices, parent).allSatisfy { abs($0 - (2 - $1) / 1) < 0.02 }, "\(kept.indices)")
    #expect(SeasonalAdjustment(shrunken: [1, 2], to: parent).indices == parent)
  }

  /// Both ends on the slope that the averages have there; a line stays a line.
  @Test func averagesReachTheEnds() {
    let line = (0..<30).map { 5 + 2 * Double($0) }
    let averages = MovingAverage.extended(MovingAverage.centred(line, period: 12)).compactMap { $0 }
    #expect(difference(averages, line) < 1e-12)
    #expect(MovingAverage.extended([nil, nil]).allSatisfy { $0 == nil })
  }
}
