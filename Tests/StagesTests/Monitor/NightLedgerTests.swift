import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct NightLedgerTests {
  @Test func whatCameSinceThePageBefore() throws {
    let warehouse = try MonitoredWarehouse()
    func broken(_ rows: Int) -> [FindingCount] {
      [
        FindingCount(rule: "field.required", field: "title", severity: 3, rows: rows),
        FindingCount(rule: "date.order", field: "closed_on", severity: 2, rows: 9),
      ]
    }
    try warehouse.file("a", "old.csv", on: "2026-07-01", rows: 50, rejected: 1, findings: broken(1))
    try warehouse.file("a", "b.csv", on: "2026-07-02", rows: 60, rejected: 2, findings: broken(2))
    try warehouse.file("a", "c.csv", on: "2026-07-02", rows: 70, rejected: 5, duplicate: 3, findings: broken(5))
    try warehouse.cube(MarketDataset.postings, .total, "2026M05", region: "450602", code: 0, registered: 10)
    try warehouse.cube(MarketDataset.postings, .total, "2026M06", region: "450603", code: 0, registered: 3, ended: 4)
    try warehouse.cube(MarketDataset.seekers, .total, "2026M06", region: "450602", code: 0, registered: 8)
    try warehouse.cube(MarketDataset.postings, .total, "2026M07", region: "450602", code: 0, registered: 1)
    _ = try warehouse.look("2026-07-02", vintage: 1) { scope in
      let ledger = try NightLedger(scope) { "list/\($0.id)" }
      let source = try #require(try ledger.sources().first)
      #expect([source.files, source.rows, source.rejected, source.duplicate] == [2, 130, 7, 3])
      #expect(source.recentRows == [50, 60, 70])
      #expect(source.lastTaken?.iso == "2026-07-02")
      let reasons = try ledger.reasons()
      #expect(reasons.map(\.rows) == [7])
      #expect(reasons.map(\.files) == [2])
      #expect(reasons.map(\.list) == ["list/3"])
      #expect(reasons.map(\.message) == ["必填项为空: title; 补填后放回"])
      let trend = try ledger.trend()
      #expect(trend.months.map(\.description) == ["2026M06", "2026M07"])
      #expect(trend.demand == [13, 10])
      #expect(trend.seekers == [8, 8])
      return MonitorOutcome()
    }
  }
}
