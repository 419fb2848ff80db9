import Domain
import Testing

@testable import Stages

@Suite struct LateMonitorTests {
  private func ids(_ outcome: MonitorOutcome) -> [String] { outcome.alerts.map(\.id) }

  @Test func aDayThatIsMissingIsAskedForUntilItComes() throws {
    let warehouse = try MonitoredWarehouse()
    try warehouse.file("a", "a-2026-07-01.csv", on: "2026-07-02")
    #expect(ids(try warehouse.look("2026-07-02", LateMonitor.outcome)) == [])
    try warehouse.file("a", "a-2026-07-03.csv", on: "2026-07-04")
    let outcome = try warehouse.look("2026-07-04", LateMonitor.outcome)
    #expect(ids(outcome) == ["late/a/2026-07-02"])
    #expect(outcome.alerts[0].figure == "已迟 1 天")
    #expect(outcome.alerts[0].reason.contains("a-2026-07-03.csv"))
    // On the next night the third day is asked for too; after five it is not any more.
    #expect(ids(try warehouse.look("2026-07-05", LateMonitor.outcome)) == ["late/a/2026-07-04", "late/a/2026-07-02"])
    #expect(!ids(try warehouse.look("2026-07-08", LateMonitor.outcome)).contains("late/a/2026-07-02"))
    try warehouse.file("a", "a-2026-07-02.csv", on: "2026-07-05")
    #expect(ids(try warehouse.look("2026-07-05", LateMonitor.outcome)) == ["late/a/2026-07-04"])
  }

  @Test func filesWithoutANamedPeriodCountByTheNightThatTookThem() throws {
    let warehouse = try MonitoredWarehouse()
    try warehouse.file("a", "x.csv", on: "2026-10-05")
    try warehouse.file("a", "x.csv", on: "2026-10-12")
    let week = DeliverySchedule(.week)
    #expect(ids(try warehouse.look("2026-10-20", every: week, LateMonitor.outcome)) == ["late/a/2026-10-12"])
    #expect(ids(try warehouse.look("2026-10-19", every: week, LateMonitor.outcome)) == [])
    // Two of one night stand for this week and the one before.
    try warehouse.file("a", "x.csv", on: "2026-10-26")
    try warehouse.file("a", "y.csv", on: "2026-10-26")
    #expect(ids(try warehouse.look("2026-10-27", every: week, LateMonitor.outcome)) == [])
  }

  @Test func whatIsNotExpectedOrNeverCameIsSaid() throws {
    let warehouse = try MonitoredWarehouse()
    let never = try warehouse.look("2026-07-04", LateMonitor.outcome)
    #expect(never == MonitorOutcome(notes: ["来源: 还没有收过文件, 不查迟到"]))
    try warehouse.file("a", "x.csv", on: "2026-01-05")
    let free = try warehouse.look("2026-07-04", every: nil, LateMonitor.outcome)
    #expect(free == MonitorOutcome(notes: ["没有写明节奏 (every), 不查迟到: 来源"]))
    let unknown = try warehouse.look("2027-01-04", every: DeliverySchedule(.workday), LateMonitor.outcome)
    #expect(unknown.notes == ["rules/monitor.yaml 没有 2027 年的节假日, 工作日按周一至周五计"])
  }
}
