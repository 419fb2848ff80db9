import Domain
import Testing
import Warehouse

@testable import Stages

/// Archives, releases and files that were refused.
@Suite struct DeadlineMonitorTests {
  private func day(_ text: String) -> Day { Day(iso: text)! }

  private func archive(_ db: Database, _ id: String, applied: String?, sent: String? = nil) throws {
    try db.execute(
      sql: """
        INSERT INTO archives_version (id, key, key_check, content, file, line, archive_id, received_on, applied_on, sent_on)
        VALUES ((SELECT coalesce(max(id), 0) + 1 FROM archives), 1, 1, 1, 1, 1, ?, 100, ?, ?)
        """,
      arguments: [id, applied.map { day($0).ordinal }, sent.map { day($0).ordinal }])
  }

  @Test func transfersBeyondFifteenWorkingDays() throws {
    let warehouse = try MonitoredWarehouse()
    #expect(try warehouse.look("2026-10-30", ArchiveMonitor.outcome) == MonitorOutcome(notes: ["没有档案数据, 不查转递期限"]))
    try warehouse.queue.write { db in
      // After 15 September: 11 weekdays and a Sunday that was worked, then 8 to 10, 12 and 13 October.
      try archive(db, "late", applied: "2026-09-15")
      try archive(db, "just", applied: "2026-09-17")
      try archive(db, "sent", applied: "2026-08-01", sent: "2026-10-13")
      try archive(db, "idle", applied: nil)
    }
    // The exports know nothing after 13 October, whatever the night.
    let outcome = try warehouse.look("2026-11-30", ArchiveMonitor.outcome)
    #expect(outcome.alerts.map(\.id) == ["archive/late"])
    #expect(outcome.alerts[0].figure == "17 个工作日 (期限 15)")
    #expect(outcome.alerts[0].reason == "2026-09-15 申请转出, 到数据截止的 2026-10-13 还没有转出日期")
    #expect(outcome.notes == [])
  }

  @Test func releasesThatAreDue() throws {
    func release(_ id: String, _ due: String, _ isPublished: Bool = false) -> Release {
      Release(id: id, title: id, due: day(due), isPublished: isPublished, place: "p")
    }
    let releases = [
      release("over", "2026-10-09"), release("today", "2026-10-10"), release("soon", "2026-10-17"),
      release("later", "2026-10-18"), release("done", "2026-10-01", true),
    ]
    func look(_ releases: [Release]?) throws -> MonitorOutcome {
      try MonitoredWarehouse().look("2026-10-10", releases: releases, ReleaseMonitor.outcome)
    }
    let outcome = try look(releases)
    #expect(outcome.alerts.map(\.id) == ["release/over/late", "release/today", "release/soon"])
    #expect(outcome.alerts.map(\.figure) == ["已过 1 天", "今天到期", "还有 7 天"])
    #expect(try look(nil).notes == ["没有发布日历, 不查发布期限"])
    #expect(try look([]) == MonitorOutcome())
  }

  @Test func filesThatWereRefused() throws {
    let file = RefusedFile(place: "in/a/x.csv", message: "表头缺少 [TF201]", remedy: "改")
    let outcome = try MonitoredWarehouse().look("2026-10-10", refused: [file, file], RefusedMonitor.outcome)
    #expect(outcome.alerts.map(\.id) == ["refused/in/a/x.csv"])
    #expect(outcome.alerts.map(\.title) == ["x.csv"])
    #expect(outcome.alerts.map(\.place) == ["改 (in/a/x.csv)"])
  }
}
