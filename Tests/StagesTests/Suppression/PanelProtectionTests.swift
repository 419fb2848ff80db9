import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

/// What growth over the units that reported in both quarters tells of a site that reported in the later one alone.
@Suite struct PanelProtectionTests {
  private static let regions = ["450600", "450602", "450603"]
  private static let rules = DisclosureRules(
    leastPersons: [.everybody: 10, .bureau: 5], leastEmployers: 3, dominantPercent: 85)

  /// The regions whose growth since the quarter before is hidden.
  private func hidden(_ measure: MarketMeasure, _ warehouse: TestWarehouse) throws -> [String] {
    try warehouse.queue.read { db in
      let shelf = RegionCountsShelf(CubeReader(db))
      let period = try #require(Period("2026Q3"))
      let panels = PanelProtection(limits: CellLimits(PanelProtectionTests.rules, .everybody)) { period in
        PanelProtectionTests.regions.compactMap(RegionRange.init).map { shelf.counts($0, period) }
      }
      let found = try panels.hidden(period)
      #expect(found.count == 2 * 2 * PanelProtectionTests.regions.count, "each side, region and comparison is decided")
      return PanelProtectionTests.regions.filter { region in
        found[RegionLeaves(region: region, period: period)(measure, LeafPart.panel, .previous)] ?? true
      }
    }
  }

  /// Five employers offer twenty each in either quarter and county, on site 甲; besides what a case adds of site 乙: region,
  /// employers of each twenty openings, quarter.
  private func hidden(
    _ added: [(region: String, employers: Int, day: String)], panel: Int = 5
  ) throws -> [String] {
    var rows: [PostingRow] = []
    func add(_ site: String, _ region: String, _ employers: Int, _ day: String) {
      for employer in 0..<employers {
        var row = PostingRow(["区划代码": region, "有效期至": "2026-09-30"])
        (row.id, row.platform, row.openings, row.posted) = ("\(rows.count)", site, "20", day)
        row.employer = "单位\(site)\(region)\(employer)"
        row.title = "岗位\(rows.count)"
        rows.append(row)
      }
    }
    for day in ["2026-05-04", "2026-08-03"] {
      for region in ["450602", "450603"] { add("甲", region, region == "450602" ? panel : 5, day) }
    }
    for own in added { add("乙", own.region, own.employers, own.day) }
    var warehouse = try TestWarehouse()
    try warehouse.take(rows)
    return try hidden(.demand, warehouse)
  }

  @Test func nothingIsHiddenWhereAllReportedInBoth() throws {
    #expect(try hidden([]) == [])
    #expect(try hidden([("450602", 1, "2026-05-04"), ("450602", 1, "2026-08-03")]) == [])
    // It had nothing in the second county, and reported all the same.
    #expect(try hidden([("450602", 4, "2026-05-04"), ("450602", 4, "2026-08-03"), ("450603", 1, "2026-08-03")]) == [])
  }

  @Test(arguments: ["2026-05-04", "2026-08-03"]) func aSiteOfOneEmployerHidesItEverywhere(day: String) throws {
    #expect(try hidden([("450602", 1, day)]) == PanelProtectionTests.regions)
    #expect(try hidden([("450602", 2, day)]) == PanelProtectionTests.regions)
  }

  @Test func aSiteOfManyEmployersHidesNothing() throws {
    #expect(try hidden([("450602", 4, "2026-08-03")]) == [])
  }

  /// The city's, less those of the other counties, would tell of the one.
  @Test(arguments: ["450603", "450600"]) func whereOneCountyTellsTooMuchAllAreHidden(region: String) throws {
    #expect(try hidden([("450602", 4, "2026-08-03"), (region, 1, "2026-08-03")]) == ["450602", "450603"])
  }

  /// What remains of a county without the site is that of one employer.
  @Test func whatIsLeftWithoutTheSiteCountsToo() throws {
    #expect(try hidden([("450602", 4, "2026-08-03")], panel: 1) == ["450602", "450603"])
  }

  @Test(arguments: [(4, PanelProtectionTests.regions), (12, [])]) func personsCountByThemselves(
    persons: Int, expected: [String]
  ) throws {
    var warehouse = try TestWarehouse()
    var lines = "求职编号,登记日期,登记机构,性别,常住区划\n"
    for (place, day) in ["2026-05-04", "2026-08-03"].enumerated() {
      for person in 0..<40 { lines += "\(place)-\(person),\(day),甲,男,\(person < 20 ? "450602" : "450603")\n" }
    }
    for person in 0..<persons { lines += "9-\(person),2026-08-03,乙,男,450602\n" }
    try warehouse.take(lines, .seekers)
    #expect(try hidden(.seekers, warehouse) == expected)
  }
}
