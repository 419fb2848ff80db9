import Domain
import Testing
import Warehouse

@testable import Stages

@Suite struct FileMonitorTests {
  /// Eight files of about a hundred rows.
  private func warehouse() throws -> MonitoredWarehouse {
    let warehouse = try MonitoredWarehouse()
    for (index, rows) in [100, 96, 105, 99, 101, 103, 98, 100].enumerated() {
      try warehouse.file("a", "a\(index).csv", on: "2026-07-0\(index + 1)", rows: rows, rejected: index % 3)
    }
    return warehouse
  }

  @Test(arguments: [
    (130, 2, 0, [String]()), (200, 2, 0, ["rows/a"]), (40, 1, 0, ["rows/a"]), (100, 40, 0, ["rejects/a"]),
    (100, 0, 50, ["duplicates/a"]), (8, 1, 1, ["rows/a"]),
  ])
  func filesThatStandOut(rows: Int, rejected: Int, duplicate: Int, expected: [String]) throws {
    let warehouse = try warehouse()
    try warehouse.file("a", "new.csv", on: "2026-07-09", rows: rows, rejected: rejected, duplicate: duplicate)
    #expect(try warehouse.look("2026-07-09", vintage: 8, FileMonitor.outcome).alerts.map(\.id) == expected)
    // While nothing comes the last file is what it is; the next one clears it.
    #expect(try warehouse.look("2026-07-10", vintage: 9, FileMonitor.outcome).alerts.map(\.id) == expected)
    try warehouse.file("a", "next.csv", on: "2026-07-11", rows: 101, rejected: 1)
    #expect(try warehouse.look("2026-07-11", vintage: 9, FileMonitor.outcome).alerts.map(\.id) == [])
  }

  @Test func theFirstPageLooksAtTheLastFileAlone() throws {
    let warehouse = try warehouse()
    try warehouse.file("a", "wild.csv", on: "2026-07-09", rows: 900)
    try warehouse.file("a", "last.csv", on: "2026-07-09", rows: 100)
    #expect(try warehouse.look("2026-07-09", FileMonitor.outcome).alerts == [])
    #expect(
      try warehouse.look("2026-07-09", vintage: 8, FileMonitor.outcome).alerts.map(\.figure) == ["900 行 (通常 100)"])
  }

  /// They have other columns, few rows, and stand for no export that is due.
  @Test func mendedRejectsAreNoExport() throws {
    let warehouse = try warehouse()
    let header = ["甲", "乙"] + RejectList.addedColumns
    try warehouse.file("a", "mended.csv", on: "2026-07-09", rows: 2, header: header)
    for monitor in [FileMonitor.self, HeaderMonitor.self] as [any Monitor.Type] {
      #expect(try warehouse.look("2026-07-09", vintage: 8) { try monitor.outcome($0) }.alerts == [])
    }
    #expect(
      try warehouse.look("2026-07-10", vintage: 8, LateMonitor.outcome).alerts.map(\.title)
        == ["来源 2026-07-09", "来源 2026-07-08"])
  }

  @Test func aYoungSourceIsSaid() throws {
    let warehouse = try MonitoredWarehouse()
    for index in 1...6 { try warehouse.file("a", "a\(index).csv", on: "2026-07-0\(index)", rows: index * 50) }
    #expect(
      try warehouse.look("2026-07-09", FileMonitor.outcome)
        == MonitorOutcome(notes: ["此前的文件不足 6 个, 不查行数和退回率: 来源"]))
  }

  @Test func headersThatChange() throws {
    let warehouse = try warehouse()
    try warehouse.file("a", "order.csv", on: "2026-07-09", header: ["乙", "甲"])
    #expect(try warehouse.look("2026-07-09", vintage: 8, HeaderMonitor.outcome).alerts == [])
    try warehouse.file("a", "new.csv", on: "2026-07-10", header: ["甲", "丙", "丁"])
    let outcome = try warehouse.look("2026-07-10", vintage: 9, HeaderMonitor.outcome)
    #expect(outcome.alerts.map(\.id) == ["header/a/-乙 +丁 +丙"])
    #expect(outcome.alerts.map(\.figure) == ["少了 乙, 多了 丁, 多了 丙"])
    #expect(try warehouse.look("2026-07-11", vintage: 10, HeaderMonitor.outcome).alerts.count == 1)
    try warehouse.file("a", "back.csv", on: "2026-07-12")
    #expect(try warehouse.look("2026-07-12", vintage: 10, HeaderMonitor.outcome).alerts == [])
  }

  @Test func aHeaderThatStaysBecomesTheUsualOne() throws {
    let warehouse = try MonitoredWarehouse()
    for index in 1...3 { try warehouse.file("a", "a\(index).csv", on: "2026-07-0\(index)") }
    for index in 4...9 { try warehouse.file("a", "a\(index).csv", on: "2026-07-0\(index)", header: ["甲"]) }
    #expect(try warehouse.look("2026-07-09", vintage: 8, HeaderMonitor.outcome).alerts == [])
  }

  @Test func valuesThatNeverCameBefore() throws {
    let known = FileTraits.Value(field: "ownership", value: "老", rows: 5)
    let new = FileTraits.Value(field: "ownership", value: "新", rows: 2)
    let warehouse = try MonitoredWarehouse()
    for index in 1...7 { try warehouse.file("a", "a\(index).csv", on: "2026-07-0\(index)", values: [known]) }
    #expect(try warehouse.look("2026-07-07", ValueMonitor.outcome).notes.count == 1)
    try warehouse.night("2026-07-07")
    try warehouse.file("a", "a8.csv", on: "2026-07-08", values: [known, new])
    // Two rows may be a slip.
    #expect(try warehouse.look("2026-07-08", vintage: 7, ValueMonitor.outcome).alerts == [])
    try warehouse.file("a", "a9.csv", on: "2026-07-09", values: [known, new])
    let outcome = try warehouse.look("2026-07-09", vintage: 8, ValueMonitor.outcome)
    #expect(outcome.alerts.map(\.id) == ["value/a/ownership/新"])
    #expect(outcome.alerts.map(\.figure) == ["4 行"])
    // After a fortnight it is an old story.
    #expect(try warehouse.look("2026-07-21", vintage: 9, ValueMonitor.outcome).alerts.count == 1)
    #expect(try warehouse.look("2026-07-22", vintage: 9, ValueMonitor.outcome).alerts == [])
  }
}
