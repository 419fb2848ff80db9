import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct MarketMonitorTests {
  /// Four third quarters of one occupation in one county: demand and seekers that are registered and end in July, with a
  /// little in every other quarter.
  private func warehouse(demand: [Int], seekers: [Int]) throws -> MonitoredWarehouse {
    let warehouse = try MonitoredWarehouse()
    for (index, year) in (2023...2026).enumerated() {
      for (month, share) in [("03", 10), ("06", 10), ("09", 1), ("12", 10)] where year < 2026 || month < "10" {
        for (dataset, counts) in [(MarketDataset.postings, demand), (MarketDataset.seekers, seekers)] {
          for (dimension, code) in [(Dimension.occupation, 14_020_501), (.total, 0)] {
            let count = counts[index] / share
            try warehouse.cube(
              dataset, dimension, "\(year)M\(month)", region: "450602", code: code, registered: count, ended: count)
          }
        }
      }
    }
    return warehouse
  }

  @Test func withinTheSeasonNothingIsSaid() throws {
    let warehouse = try warehouse(demand: [200, 210, 190, 205], seekers: [100, 110, 95, 105])
    let outcome = try warehouse.look("2026-10-12", MarketMonitor.outcome)
    #expect(outcome == MonitorOutcome())
  }

  @Test func ratioAndGapOutsideOfTheSeason() throws {
    let warehouse = try warehouse(demand: [200, 210, 190, 600], seekers: [100, 110, 95, 105])
    let outcome = try warehouse.look("2026-10-12", MarketMonitor.outcome)
    #expect(outcome.notes == [])
    // The county and the city, which is this county alone.
    #expect(
      Set(outcome.alerts.map(\.id)) == [
        "ratio/450602/4-02", "ratio/450600/4-02", "gap/450602/4-02", "gap/450600/4-02",
      ])
    let ratio = try #require(outcome.alerts.first { $0.id == "ratio/450602/4-02" })
    #expect(ratio.figure.hasPrefix("5.71 ("))
    #expect(ratio.figure.contains("中位 2.00"))
    #expect(ratio.reason == "2026年第三季度高于往年同期 (3 年)的范围; 需求 600, 求职 105")
    let gap = try #require(outcome.alerts.first { $0.id == "gap/450602/4-02" })
    #expect(gap.figure.hasPrefix("495 人 ("))
  }

  @Test func nearTheLimitAnAlertIsHeldAndNoneIsRaised() throws {
    let warehouse = try warehouse(demand: [200, 200, 200, 300], seekers: [200, 200, 200, 200])
    let outcome = try warehouse.look("2026-10-12", MarketMonitor.outcome)
    // The gap is 100 / (a tenth of 300) = 3.3 spreads off, the ratio log(1.5) / log(1.1) = 4.3.
    let gap = try #require(outcome.alerts.first { $0.id == "gap/450602/4-02" })
    #expect(gap.isHolding)
    let ratio = try #require(outcome.alerts.first { $0.id == "ratio/450602/4-02" })
    #expect(!ratio.isHolding)
  }

  @Test func aPeriodIsJudgedOnlyAfterItsFilesAreIn() throws {
    let warehouse = try warehouse(demand: [200, 210, 190, 600], seekers: [100, 110, 95, 105])
    let early = try warehouse.look("2026-10-05", MarketMonitor.outcome)
    #expect(!early.alerts.isEmpty)
    #expect(early.alerts.allSatisfy { $0.reason.hasPrefix("2026年第二季度") })
    let empty = try MonitoredWarehouse().look("2026-10-12", MarketMonitor.outcome)
    #expect(empty == MonitorOutcome(notes: ["岗位或求职的数据还没有到一个完整的时期, 不查供求"]))
  }

  @Test func carriedOverCountsInLaterQuarters() throws {
    let warehouse = try MonitoredWarehouse()
    for (dataset, registered) in [(MarketDataset.postings, 80), (MarketDataset.seekers, 60)] {
      for (dimension, code) in [(Dimension.occupation, 14_020_501), (.total, 0)] {
        try warehouse.cube(
          dataset, dimension, "2025M01", region: "450602", code: code, registered: registered)
        try warehouse.cube(dataset, dimension, "2025M06", region: "450602", code: code, registered: 5, ended: 20)
        try warehouse.cube(dataset, dimension, "2025M09", region: "450602", code: code, registered: 1)
      }
    }
    let cells = try warehouse.queue.read { db in
      try MarketCells(
        MonitorScope(
          db, day: Day(iso: "2025-11-01")!, vintage: 0, inputs: [], rules: .test, book: CodeBook([]),
          homeRegion: "450600", lists: "", texts: Texts.shipped()), MonitorRules.test.market!)
    }
    let county = try #require(cells?.cells.first { $0.region == "450602" })
    #expect(cells?.period == Period("2025Q3"))
    #expect(county.occupation == "4-02")
    #expect(county.demand == [Period("2025Q2")!: 85, Period("2025Q3")!: 66])
    #expect(county.seekers == [Period("2025Q2")!: 65, Period("2025Q3")!: 46])
  }

  @Test func payAndDurationFromThePublishedFigures() throws {
    let warehouse = try MonitoredWarehouse()
    try warehouse.queue.write { db in
      for (period, pay, days) in [
        ("2025Q3", "5000", "30"), ("2025Q4", "5100", "31"), ("2026Q1", "5050", "[c]"), ("2026Q2", "5100", "29"),
        ("2026Q3", "8000", "30"),
      ] {
        for (measure, value) in [("pay_p50", pay), ("duration_median", days)] {
          try db.execute(
            sql: "INSERT INTO figure VALUES (?, '450602', 'T13', '4', ?, ?, 1)", arguments: [period, measure, value])
        }
      }
    }
    let outcome = try warehouse.look("2026-10-20", FigureMonitor.outcome)
    #expect(outcome.alerts.map(\.id) == ["pay/450602/4"])
    #expect(outcome.alerts[0].figure.hasPrefix("8,000 元/月 ("))
    #expect(outcome.notes == [])
    #expect(try MonitoredWarehouse().look("2026-10-20", FigureMonitor.outcome).notes.count == 2)
  }

  @Test func warningsOfTheNewestForecast() throws {
    let warehouse = try MonitoredWarehouse()
    #expect(try warehouse.look("2026-10-20", ForecastMonitor.outcome).notes == ["仓库中没有预测, 不查预警"])
    try warehouse.queue.write { db in
      for (vintage, origin) in [(3, "2026Q2"), (7, "2026Q3")] {
        try db.execute(
          sql: "INSERT INTO forecast VALUES (?, ?, '450600', '', 'gap', '2026Q4', 0, 0, 0, 0, 0, 'x')",
          arguments: [vintage, origin])
      }
      for (vintage, origin, occupation, level, period) in [
        (3, "2026Q2", "1-01", "red", "2026Q3"), (7, "2026Q3", "4-02-05-01", "yellow", "2026Q4"),
        (7, "2026Q3", "4-02-05-01", "orange", "2027Q1"), (7, "2026Q3", "6-01-01-01", "yellow", "2026Q4"),
      ] {
        try db.execute(
          sql: "INSERT INTO forecast_warning VALUES (?, ?, '450600', ?, ?, ?)",
          arguments: [vintage, origin, occupation, level, period])
      }
    }
    let outcome = try warehouse.look("2026-10-20", ForecastMonitor.outcome)
    #expect(outcome.alerts.map(\.id) == ["forecast/450600/4-02-05-01/orange"])
    #expect(outcome.alerts[0].reason == "站在 2026年第三季度 看, 2027年第一季度 起可能需求大于求职")
    // The bulletin before had it at no such level.
    #expect(!outcome.alerts[0].isPublished)
  }

  /// What a bulletin before has warned of, and all that the first of all bulletins does, is no news to a night.
  @Test func warningsOfABulletinBeforeAreNoNews() throws {
    let warehouse = try MonitoredWarehouse()
    func warn(_ vintage: Int, _ origin: String, _ occupations: [String]) throws {
      try warehouse.queue.write { db in
        try db.execute(
          sql: "INSERT INTO forecast VALUES (?, ?, '450600', '', 'gap', '2027Q4', 0, 0, 0, 0, 0, 'x')",
          arguments: [vintage, origin])
        for occupation in occupations {
          try db.execute(
            sql: "INSERT INTO forecast_warning VALUES (?, ?, '450600', ?, 'red', '2027Q4')",
            arguments: [vintage, origin, occupation])
        }
      }
    }
    func known() throws -> [Bool] {
      try warehouse.look("2026-10-20", ForecastMonitor.outcome).alerts.map(\.isPublished)
    }
    try warn(3, "2026Q2", ["1-01"])
    #expect(try known() == [true])
    // The same bulletin made again with more data.
    try warn(5, "2026Q2", ["1-01", "1-02"])
    #expect(try known() == [true, false])
    try warn(7, "2026Q3", ["1-01", "1-02", "1-03"])
    #expect(try known() == [true, true, false])
  }
}
