import Domain
import Testing
import Warehouse

@testable import Stages

@Suite struct TitleMonitorTests {
  /// Enters an export of a hundred rows, or so many, of which some have no code.
  private func export(
    _ warehouse: MonitoredWarehouse, _ number: Int, uncoded: Int, of rows: Int = 100, basis: TitleBasis = .high
  ) throws {
    let id = try warehouse.file("a", "a\(number).csv", on: "2026-07-0\(number)", rows: rows)
    try warehouse.queue.write { db in
      try CodedRows.add(
        db, file: id,
        [
          CodedRows(field: "occupation", basis: basis.rawValue, rows: rows - uncoded),
          CodedRows(field: "occupation", basis: TitleBasis.unknown.rawValue, rows: uncoded),
        ])
    }
  }

  /// Four exports of which 2, 4, 2 and 4 % have no code.
  private func warehouse() throws -> MonitoredWarehouse {
    let warehouse = try MonitoredWarehouse()
    for (index, uncoded) in [2, 4, 2, 4].enumerated() { try export(warehouse, index + 1, uncoded: uncoded) }
    return warehouse
  }

  @Test(arguments: [(0, false), (8, false), (9, true), (40, true)])
  func moreThanFivePointsAboveTheMeanOfFour(uncoded: Int, isTold: Bool) throws {
    let warehouse = try warehouse()
    try export(warehouse, 5, uncoded: uncoded)
    let outcome = try warehouse.look("2026-07-05", vintage: 4, TitleMonitor.outcome)
    #expect(outcome.alerts.map(\.id) == (isTold ? ["titles/a"] : []) && outcome.notes == [])
    if isTold { #expect(outcome.alerts[0].figure == "未编码 \(uncoded).0% (此前平均 3.0%)") }
    // The next export clears it.
    try export(warehouse, 6, uncoded: 3)
    #expect(try warehouse.look("2026-07-06", vintage: 5, TitleMonitor.outcome).alerts == [])
  }

  @Test func aFewRowsAreNoExport() throws {
    let warehouse = try warehouse()
    try export(warehouse, 5, uncoded: 30, of: 49)
    #expect(try warehouse.look("2026-07-05", vintage: 4, TitleMonitor.outcome).alerts == [])
  }

  /// A source that lost its codes is told of, too; one that never needs any titles is not even young.
  @Test func givenCodesAreCoded() throws {
    let warehouse = try MonitoredWarehouse()
    for number in 1...4 { try export(warehouse, number, uncoded: 0, basis: .given) }
    #expect(try warehouse.look("2026-07-04", vintage: 3, TitleMonitor.outcome) == MonitorOutcome())
    try export(warehouse, 5, uncoded: 6, basis: .medium)
    #expect(try warehouse.look("2026-07-05", vintage: 4, TitleMonitor.outcome).alerts.count == 1)
  }

  @Test func aYoungSourceIsSaid() throws {
    let warehouse = try MonitoredWarehouse()
    for number in 1...4 { try export(warehouse, number, uncoded: number * 20) }
    #expect(
      try warehouse.look("2026-07-04", vintage: 3, TitleMonitor.outcome)
        == MonitorOutcome(notes: ["此前的导出不足 4 个, 不查未编码的比例: 来源"]))
  }
}
