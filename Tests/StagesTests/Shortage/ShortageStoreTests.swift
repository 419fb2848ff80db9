import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct ShortageStoreTests {
  private func stored() throws -> (warehouse: TestWarehouse, report: ShortageReport) {
    var rows = ShortageMarketRows()
    rows.post("d", "4-02-05-04", openings: 5, on: "2026-02-01", employer: "单位7")
    rows.seek("d", "4-02-05-04", on: "2026-02-01", until: "2026-03-01", category: "应届生")
    let warehouse = try rows.warehouse()
    try warehouse.freeze()
    let report = try warehouse.shortages()
    try warehouse.queue.write { try ShortageStore.save(report, region: "450600", $0) }
    return (warehouse, report)
  }

  @Test func whatIsReadIsWhatWasSaved() throws {
    let (warehouse, report) = try stored()
    for unit in report.units {
      let record = try #require(
        try warehouse.queue.read {
          try ShortageStore.unit(unit.occupation, period: ShortageMarketRows.last, region: "450600", $0)
        })
      #expect(record.figures == unit.figures && record.base == report.base)
      #expect((record.score.points, record.score.mean) == (unit.score.points, unit.score.mean))
      #expect((record.score.level, record.score.stars) == (unit.score.level, unit.score.stars))
      #expect((record.cityDuration, record.cityPayGrowth) == (report.cityDuration, report.cityPayGrowth))
    }
    #expect(report.units.contains { $0.score.isUnassessed } && report.units.contains { !$0.score.isUnassessed })
    let member = try warehouse.queue.read {
      try ShortageStore.member("4-02-05-04", period: ShortageMarketRows.last, region: "450600", $0)
    }
    #expect((member?.unit, member?.openings, member?.seekers) == ("4-02-05", 5, 1))
  }

  @Test func savingAgainReplaces() throws {
    let (warehouse, report) = try stored()
    try warehouse.queue.write { try ShortageStore.save(report, region: "450600", $0) }
    #expect(try warehouse.integer("SELECT count(*) FROM shortage_run") == 1)
    #expect(try warehouse.integer("SELECT count(*) FROM shortage_index") == report.units.count)
    #expect(try warehouse.integer("SELECT count(*) FROM shortage_base") == 1)
  }

  @Test func anotherWindowAndAnOldWarehouseHaveNone() throws {
    let (warehouse, _) = try stored()
    try warehouse.queue.write { db in
      let other = ShortageMarketRows.last.previous
      #expect(try ShortageStore.units(period: other, region: "450600", db).isEmpty)
      #expect(try ShortageStore.unit("4-02-05-01", period: other, region: "450600", db) == nil)
      // As a version before this one left it.
      for table in ["index", "member", "run", "base"] { try db.execute(sql: "DROP TABLE shortage_\(table)") }
      #expect(try ShortageStore.base(db, region: "450600") == nil)
      #expect(try ShortageStore.units(period: ShortageMarketRows.last, region: "450600", db).isEmpty)
    }
  }

  @Test func graduatesAreCounted() throws {
    let (_, report) = try stored()
    #expect(report.units.first { $0.occupation == "4-02-05" }?.figures.graduateShare == 1)
    #expect(report.units.first { $0.occupation == "4-02-05-01" }?.figures.graduateShare == 0)
  }
}
