import Domain
import TestSupport
import Testing

@testable import Stages

/// What cannot be computed is not at hand, and never a zero.
@Suite struct ShortageMissingTests {
  private func unit(
    _ rows: ShortageMarketRows, hasSeekers: Bool = true, last: Period = ShortageMarketRows.last
  ) throws -> ShortageUnit {
    let warehouse = try rows.warehouse(hasSeekers: hasSeekers)
    try warehouse.freeze()
    return try #require(try warehouse.shortages(last).units.first { $0.occupation == "4-02-05-01" })
  }

  private func rows(_ change: (inout ShortageMarketRows.Job) -> Void) -> ShortageMarketRows {
    var job = ShortageMarketRows.heavy
    change(&job)
    return ShortageMarketRows([job, ShortageMarketRows.medium, ShortageMarketRows.light])
  }

  @Test func withoutSeekersThereIsNoRatio() throws {
    let without = try unit(ShortageMarketRows(), hasSeekers: false)
    #expect(without.figures.values[.ratio] == nil && without.figures.values[.persistence] == nil)
    #expect(without.score.isUnassessed)
    #expect(without.figures.graduateShare == nil)
    // Others have seekers, this one none, and nobody is without an occupation.
    let nobody = try unit(rows { $0.seekers = 0 })
    #expect(nobody.figures.values[.ratio] == nil && nobody.score.isUnassessed)
    #expect(nobody.figures.values[.persistence] == 8)
  }

  @Test func withoutClosedPostingsThereIsNoFillRate() throws {
    var rows = ShortageMarketRows([ShortageMarketRows.medium, ShortageMarketRows.light])
    for place in 0..<6 {
      rows.post("open\(place)", "4-02-05-01", openings: 5, on: "2026-08-0\(place + 1)", employer: "单位\(place)")
    }
    rows.seek("one", "4-02-05-01", on: "2026-08-01", until: "2026-09-01")
    let unit = try unit(rows)
    #expect(unit.figures.values[.fillRate] == nil && unit.figures.closed == 0)
    #expect(unit.figures.values[.applicants] == nil && unit.figures.values[.payGrowth] == nil)
    // Watched for 60 days at most, the city's median being 20.
    #expect(unit.figures.values[.duration] == 3 && unit.figures.durationAtLeast == 60)
    // Three of six: I1, I3, I6.
    #expect(unit.score.points.count == 3 && unit.score.isUnassessed)
  }

  @Test func aShortWatchSaysNothingOfDuration() throws {
    var rows = ShortageMarketRows([ShortageMarketRows.medium, ShortageMarketRows.light])
    for place in 0..<6 {
      rows.post("open\(place)", "4-02-05-01", openings: 5, on: "2026-09-0\(place + 5)", employer: "单位\(place)")
    }
    // 25 days of 20 are 1.25: two points or three, nobody can say.
    let unit = try unit(rows)
    #expect(unit.figures.durationAtLeast == 25 && unit.figures.values[.duration] == nil)
  }

  @Test func withoutAMedianOfTheCityThereIsNoDuration() throws {
    var job = ShortageMarketRows.heavy
    job.days = [nil, nil, nil]
    let unit = try unit(ShortageMarketRows([job]))
    #expect(unit.figures.values[.duration] == nil && unit.figures.values[.fillRate] != nil)
  }

  @Test func withoutTwoYearsThereIsNoGrowth() throws {
    let early = Period(unit: .quarter, ordinal: 2026 * 4)
    let unit = try unit(ShortageMarketRows(), last: early)
    // The window begins with 2025Q2; the one before would need 2024Q2.
    #expect(unit.figures.values[.payGrowth] == nil && unit.figures.payMedian != nil)
    #expect(unit.figures.values[.persistence] == nil && unit.figures.demandBefore == 0)
    #expect(unit.score.coverage == 4 && !unit.score.isUnassessed)
  }

  @Test func aQuarterWithoutPostingsIsRefused() throws {
    let warehouse = try ShortageMarketRows().warehouse()
    try warehouse.freeze()
    let error = #expect(throws: PipelineError.self) { try warehouse.shortages(Period(unit: .quarter, ordinal: 8107)) }
    #expect(error?.code == .emptyQuarter)
    let place = #expect(throws: PipelineError.self) { try warehouse.shortages(region: "4506") }
    #expect(place?.code == .unknownRegion)
  }
}
