import Domain
import TestSupport
import Warehouse

@testable import Stages

/// A warehouse in memory with a ledger made by hand.
struct MonitoredWarehouse {
  let queue: DatabaseQueue

  init() throws { queue = try Warehouse(path: ":memory:", tables: TestDatasets.all.tables).queue }

  /// Enters a file that the night `day` took; returns its id.
  @discardableResult
  func file(
    _ source: String, _ name: String, on day: String, rows: Int = 100, rejected: Int = 0, duplicate: Int = 0,
    header: [String] = ["甲", "乙"], values: [FileTraits.Value] = [], findings: [FindingCount] = []
  ) throws -> Int {
    try queue.write { db in
      let run = try Ledger.startRun(db, pipeline: "test", at: "\(day) 02:00:00")
      let id = try Ledger.nextFile(db)
      let entry = LedgerEntry(
        id: id, run: run, source: source, dataset: "postings", name: name, sha256: "\(id)", bytes: 1, encoding: "utf-8",
        recipe: "r", rows: rows, accepted: rows - rejected - duplicate, rejected: rejected, duplicate: duplicate)
      try Ledger.add(db, entry, findings: findings)
      try FileTraits.add(db, file: id, header: header, values: values)
      return id
    }
  }

  /// Enters a night with its page.
  func night(_ day: String) throws {
    try queue.write { db in
      let run = try Ledger.startRun(db, pipeline: "test", at: "\(day) 02:00:00")
      try NightStore.begin(db, day: Day(iso: day)!, run: run, book: AlertBook(), before: AlertBook())
      try NightStore.publish(db, day: Day(iso: day)!, run: run)
    }
  }

  func cube(
    _ dataset: String, _ dimension: Dimension, _ month: String, region: String, code: Int, registered: Int,
    ended: Int = 0
  ) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO cube
          SELECT number, ?, ?, ?, ?, ?, 0, 0 FROM cube_axis WHERE dataset = ? AND name = ?
          """,
        arguments: [
          Period(month)!.ordinal, CodeNumber.number(region), code, registered, ended, dataset, dimension.name,
        ])
    }
  }

  /// What a monitor says on the night `day`.
  func look(
    _ day: String, vintage: Int = 0, every: DeliverySchedule? = DeliverySchedule(.day), source: String = "a",
    rules: MonitorRules = .test, refused: [RefusedFile] = [], releases: [Release]? = nil,
    _ monitor: (MonitorScope) throws -> MonitorOutcome
  ) throws -> MonitorOutcome {
    try queue.read { db in
      try monitor(
        MonitorScope(
          db, day: Day(iso: day)!, vintage: vintage,
          inputs: [NightInput(source: source, title: "来源", files: "in/*.csv", rhythm: every)], rules: rules,
          book: CodeBook([]), homeRegion: "450600", lists: "work/rejects", refused: refused, releases: releases,
          tables: TableLayout.shipped, texts: Texts.shipped()))
    }
  }
}

extension MonitorRules {
  /// As shipped, with the holidays of October 2026.
  static let test = MonitorRules(
    follow: 5,
    files: Files(history: 20, least: 6, deviations: 4, rowsFloor: 0.12, shareFloor: 0.02),
    values: Values(rows: 3, nights: 14), titles: Titles(exports: 4, points: 5, least: 50),
    market: Market(unit: .quarter, level: 2, after: 10, least: 50, deviations: 4, floor: 0.1), warning: .orange,
    archiveDays: 15, releaseDays: 7,
    calendar: WorkingDays(
      holidays: Set((1...7).map { Day(year: 2026, month: 10, day: $0)! }),
      workdays: [Day(year: 2026, month: 9, day: 20)!, Day(year: 2026, month: 10, day: 10)!]))
}
