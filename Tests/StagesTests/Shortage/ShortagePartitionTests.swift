import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct ShortagePartitionTests {
  /// Beside the three of the market: two 细类 below the floor, rows coded to a 小类, a 中类 and nothing.
  private static func rows() -> ShortageMarketRows {
    var rows = ShortageMarketRows()
    rows.post("d", "4-02-05-04", openings: 5, on: "2026-02-01", employer: "单位7")
    rows.post("e", "4-02-05-05", openings: 19, on: "2026-02-01", employer: "单位8", ["关闭日期": "2026-02-09", "已招人数": "9"])
    rows.post("f", "4-02-05", openings: 6, on: "2026-02-01", employer: "单位9")
    rows.post("g", "4-02", openings: 30, on: "2026-02-01", employer: "单位9")
    rows.post("h", "4-02", openings: 30, on: "2026-05-01", employer: "单位8")
    rows.post("i", "4-02", openings: 30, on: "2026-05-01", employer: "单位7")
    rows.post("j", "", openings: 3, on: "2026-02-01")
    rows.post("k", "4-01-02-01", openings: 1, on: "2026-02-01")
    for person in 0..<4 { rows.seek("d\(person)", "4-02-05-04", on: "2026-02-01", until: "2026-03-01") }
    rows.seek("f", "4-02-05", on: "2026-02-01", until: "2026-03-01")
    rows.seek("m", "4-01-03", on: "2026-02-01", until: "2026-03-01")
    return rows
  }

  private func report() throws -> ShortageReport {
    let warehouse = try ShortagePartitionTests.rows().warehouse()
    try warehouse.freeze()
    return try warehouse.shortages()
  }

  @Test func unitsByHand() throws {
    let report = try report()
    #expect(
      report.units.map { "\($0.occupation) \($0.members.joined(separator: "+")) \($0.score.isUnassessed ? "X" : "")" }
        == [
          "4-01-02 4-01-02-01 X", "4-01-03  X", "4-02  X", "4-02-05 4-02-05-04+4-02-05-05 ", "4-02-05-01  ",
          "4-02-05-02  ", "4-02-05-03  ",
        ])
    let rest = try #require(report.units.first { $0.occupation == "4-02-05" })
    #expect(
      (rest.figures.openings, rest.figures.employers, rest.figures.demand, rest.figures.seekers) == (30, 3, 30, 5))
    #expect(rest.name == "装卸人员")
  }

  /// 30 openings a posting, 3 employers: above the floor, but nobody knows which occupation it is.
  @Test func whatIsCodedToAMajorGroupOnlyIsX() throws {
    let unit = try #require(try report().units.first { $0.occupation == "4-02" })
    #expect((unit.figures.openings, unit.figures.employers) == (90, 3) && unit.score.isUnassessed)
  }

  @Test func everyOccupationBelowTheFloorIsFoundWithItsUnit() throws {
    let report = try report()
    #expect(
      report.pooled.map { "\($0.occupation) \($0.unit) \($0.openings) \($0.employers) \($0.seekers)" } == [
        "4-01-02-01 4-01-02 1 1 0", "4-02-05-04 4-02-05 5 1 4", "4-02-05-05 4-02-05 19 1 0",
      ])
    #expect(report.member("4-02-05-04")?.unit == "4-02-05" && report.member("4-02-05-01") == nil)
    #expect(report.records.map(\.occupation) == report.units.map(\.occupation))
  }

  /// Units are a partition of all rows with an occupation: their sums are those of the facts.
  @Test func everyRowWithAnOccupationCountsInOneUnit() throws {
    let warehouse = try ShortagePartitionTests.rows().warehouse()
    try warehouse.freeze()
    for last in 8104...8106 {
      let period = Period(unit: .quarter, ordinal: last)
      let units = try warehouse.shortages(period).units
      let (first, end) = (period.advanced(by: -3).firstDay.ordinal, period.lastDay.ordinal)
      func valid(_ date: String) -> String { "\(date) <= \(end) AND (\(date) >= \(first) OR ends_on >= \(first))" }
      let demand = try warehouse.integer(
        "SELECT sum(openings) FROM postings WHERE occupation > 0 AND \(valid("posted_on"))")
      let seekers = try warehouse.integer(
        "SELECT count(*) FROM seekers WHERE intended_occupation > 0 AND \(valid("registered_on"))")
      let openings = try warehouse.integer(
        "SELECT sum(openings) FROM postings WHERE occupation > 0 AND posted_on BETWEEN \(first) AND \(end)")
      #expect(units.reduce(0) { $0 + $1.figures.demand } == demand && demand ?? 0 > 100)
      #expect(units.reduce(0) { $0 + $1.figures.seekers } == seekers && seekers ?? 0 > 50)
      #expect(units.reduce(0) { $0 + $1.figures.openings } == openings)
    }
  }

  @Test(arguments: [
    ("6-17-02-02", "6-17-02"), ("4-01-02-01", "4-01-02"),
  ])
  func minorGroups(code: String, group: String) { #expect(ShortagePartition.minorGroup(code) == group) }
}
