import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct ShortageBuilderTests {
  private func report(_ rows: ShortageMarketRows = ShortageMarketRows()) throws -> ShortageReport {
    let warehouse = try rows.warehouse()
    try warehouse.freeze()
    return try warehouse.shortages()
  }

  private func unit(_ code: String, _ report: ShortageReport) throws -> ShortageUnit {
    try #require(report.units.first { $0.occupation == code }, "\(code)")
  }

  private func points(_ unit: ShortageUnit) -> [Int?] { ShortageIndicator.allCases.map { unit.score.points[$0] } }

  /// The city: of 36 postings 12 were filled after 10 days and 8 after 20: (24/36)(16/24) = 0.44, so the median is 20.
  /// Pay: 24 openings at 4900, 36 at 5150, 48 at 5500; the half of 108 is reached at 5150. Before: 5000. So +3 %.
  @Test func cityByHand() throws {
    let report = try report()
    #expect(report.cityDuration == 20 && report.cityPayGrowth == 3)
    #expect(report.window.map { "\($0)" } == ["2025Q4", "2026Q1", "2026Q2", "2026Q3"])
  }

  /// Four quarters of 3 * 4 = 12 openings and 4 seekers.
  /// I1 = 48 / 16 = 3, not below Q3 = 2: 3 points. I2 = 7 / 12 = 58.3 %: 2 points.
  /// I3: 4 of 12 filled, so without a median; watched for 40 days, 40 / 20 = 2: 3 points. I4 = 6 / 4 = 1.5: 2 points.
  /// I5 = 10 % - 3 % = 7: 3 points. I6: 12 openings for 4 seekers in all eight quarters: 3 points.
  /// P = (3*2 + 2*2 + 3 + 2 + 3 + 3) / 8 = 21 / 8 = 2.625; 87.5, rounded 88; 重度, below 2.75 four stars.
  @Test func heavyByHand() throws {
    let unit = try unit("4-02-05-01", report())
    let figures = unit.figures
    #expect((figures.demand, figures.seekers, figures.openings, figures.employers) == (48, 16, 48, 3))
    #expect((figures.closed, figures.filled, figures.durationDays, figures.durationAtLeast) == (48, 28, nil, 40))
    #expect((figures.payMedian, figures.payMedianBefore, figures.demandBefore) == (5500, 5000, 48))
    #expect(figures.values[.ratio] == 3 && figures.values[.duration] == 2 && figures.values[.applicants] == 1.5)
    #expect(figures.values[.fillRate] == 2800.0 / 48 && figures.values[.payGrowth] == 7)
    #expect(points(unit) == [3, 2, 3, 2, 3, 3])
    #expect((unit.score.mean, unit.score.index, unit.score.level, unit.score.stars) == (2.625, 88, .heavy, 4))
  }

  /// Four quarters of 9 openings and 6 seekers; in two earlier ones 10 seekers.
  /// I1 = 36 / 24 = 1.5: 2 points. I2 = 4 / 9 = 44.4 %: 3. I3: 8 of 12 filled after 20 days: 20 / 20 = 1: 1 point.
  /// I4 = 5 / 3 = 1.67: 2 points. I5 = 3 % - 3 % = 0: 1 point. I6: six of eight quarters: 2 points.
  /// P = (2*2 + 3*2 + 1 + 2 + 1 + 2) / 8 = 16 / 8 = 2; 66.7, rounded 67; 中度, two stars.
  @Test func mediumByHand() throws {
    let unit = try unit("4-02-05-02", report())
    #expect(unit.figures.values[.ratio] == 1.5 && unit.figures.values[.persistence] == 6)
    #expect((unit.figures.durationDays, unit.figures.durationAtLeast) == (20, nil))
    #expect(points(unit) == [2, 3, 1, 2, 1, 2])
    #expect((unit.score.mean, unit.score.index, unit.score.level, unit.score.stars) == (2, 67, .medium, 2))
  }

  /// Four quarters of 6 openings and 5 seekers.
  /// I1 = 24 / 20 = 1.2: 2 points. I2 = 4 / 6 = 66.7 %: 2. I3 = 10 / 20 = 0.5: 0. I4 = 5 / 2 = 2.5: 1.
  /// I5 = -2 % - 3 % = -5: 0. I6: all eight: 3.
  /// P = (2*2 + 2*2 + 0 + 1 + 0 + 3) / 8 = 12 / 8 = 1.5; 50; 轻度, one star.
  @Test func lightByHand() throws {
    let unit = try unit("4-02-05-03", report())
    #expect(points(unit) == [2, 2, 0, 1, 0, 3])
    #expect((unit.score.mean, unit.score.index, unit.score.level, unit.score.stars) == (1.5, 50, .light, 1))
  }

  /// 30 seekers without an occupation are shared by demand: 30 * 48 / 108 = 13.33; 48 / 29.33.
  @Test func seekersWithoutAnOccupationAreShared() throws {
    var rows = ShortageMarketRows()
    for person in 0..<30 { rows.seek("x\(person)", "无要求", on: "2026-02-01", until: "2026-03-01") }
    let unit = try unit("4-02-05-01", report(rows))
    let ratio = try #require(unit.figures.values[.ratio])
    #expect(abs(ratio - 48 / (16 + 30.0 * 48 / 108)) < 1e-12)
    #expect(unit.figures.seekers == 16)
  }

  /// A seeker registered before the window and valid in it counts once, not once a quarter.
  @Test func theWindowIsOnePeriod() throws {
    var rows = ShortageMarketRows()
    rows.seek("long", "4-02-05-01", on: "2025-08-01", until: "2026-08-01")
    rows.post("long", "4-02-05-01", openings: 5, on: "2025-09-01", ["有效期至": "2026-08-01"])
    let unit = try unit("4-02-05-01", report(rows))
    #expect((unit.figures.demand, unit.figures.seekers, unit.figures.openings) == (53, 17, 48))
    #expect(unit.history.map(\.demand).suffix(5) == [17, 17, 17, 17, 17])
  }

  @Test func copiesCountForNothing() throws {
    var rows = ShortageMarketRows()
    let wanted = try report(rows)
    rows.post(
      "copy", "4-02-05-01", openings: 4, on: "2026-07-06", employer: "单位0", ["转载来源": "平台甲", "薪资待遇": "90000"])
    var copy = rows.postings
    copy[copy.count - 1].title = "岗位4-02-05-01/2026Q3/0"
    copy[copy.count - 1].platform = "平台乙"
    var warehouse = try TestWarehouse()
    try warehouse.take(copy)
    try warehouse.take(rows.seekers, .seekers)
    try warehouse.freeze()
    #expect(try warehouse.integer("SELECT sum(is_copy) FROM postings") == 1)
    let found = try warehouse.shortages()
    #expect(found.units.map(\.figures) == wanted.units.map(\.figures))
  }

  @Test func otherRegionsDoNotCount() throws {
    let wanted = try report()
    var rows = ShortageMarketRows()
    rows.post("far", "4-02-05-01", openings: 400, on: "2026-07-06", ["区划代码": "440300"])
    #expect(try report(rows).units.map(\.figures) == wanted.units.map(\.figures))
  }

  @Test func historyEndsWithTheWindow() throws {
    let unit = try unit("4-02-05-02", report())
    // Nothing is known of what was carried over into 2024Q3.
    #expect(unit.history.map { "\($0.period)" }.first == "2024Q4" && unit.history.count == 8)
    let last = try #require(unit.history.last)
    #expect((last.demand, last.seekers, last.ratio, last.payMedian, last.durationDays) == (9, 6, 1.5, 5150, 20))
    #expect(unit.history[0].ratio == 0.9 && unit.history[0].payMedian == 5000)
  }

  @Test func stabilityComparesSuccessiveWindows() throws {
    let report = try report()
    // Windows that end in 2025Q3 and on; 2024Q3 is not known, so that the earliest is 2024Q4 to 2025Q3.
    #expect(report.stability.map { "\($0.period)" } == ["2025Q4", "2026Q1", "2026Q2", "2026Q3"])
    #expect(report.stability.allSatisfy { $0.units == 3 && $0.flipped <= 3 })
    // The pay rises from 2025Q4 on; before, and without eight quarters, fewer points are at hand.
    #expect(report.stability.contains { $0.flipped > 0 })
    #expect(report.sensitivity.count == 24 && report.sensitivity.allSatisfy { $0.units == 3 })
  }
}
