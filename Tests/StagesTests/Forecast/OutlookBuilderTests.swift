import Domain
import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct OutlookBuilderTests {
  private static let counties = ["450602", "450681"]
  private static let occupations = ["4-01-02-01", "4-01-03"]
  private let rules = OutlookRules(chances: [.blue: 0.5, .yellow: 0.65, .orange: 0.8, .red: 0.9], leastOpenings: 20)
  private let origin = Period(unit: .quarter, ordinal: 2026 * 4)

  /// Openings and seekers of thirteen quarters up to 2026Q1: of 营销员 twice as many openings as seekers in 港口区, of
  /// 采购人员 a third; the further, the more of both.
  private func market(hasSeekers: Bool = true) throws -> TestWarehouse {
    var warehouse = try TestWarehouse()
    var postings: [PostingRow] = []
    var seekers = "求职编号,意向职业,常住区划,登记日期,注销日期,登记机构\n"
    for quarter in 0..<13 {
      let (year, month) = (2023 + quarter / 4, quarter % 4 * 3 + 1)
      let (day, end) = ("\(year)-\(month)-10", "\(year)-\(month + 1)-20")
      for (place, county) in OutlookBuilderTests.counties.enumerated() {
        for (job, occupation) in OutlookBuilderTests.occupations.enumerated() {
          let size = 20 + 2 * quarter + 5 * (quarter % 4) - 6 * place
          var row = PostingRow(["区划代码": county, "职业": occupation, "关闭日期": end])
          (row.id, row.posted) = ("\(county)\(occupation)\(quarter)", day)
          row.title = "\(occupation)\(quarter)"
          row.openings = "\(job == 0 ? size * (2 - place) : size / 3)"
          postings.append(row)
          for person in 0..<size { seekers += "\(row.id)-\(person),\(occupation),\(county),\(day),\(end),中心\n" }
        }
      }
    }
    try warehouse.take(postings)
    if hasSeekers { try warehouse.take(seekers, .seekers) }
    return warehouse
  }

  private func outlook(
    _ warehouse: TestWarehouse, origin: Period? = nil, workers: Int = 2, interruption: Interruption = Interruption()
  ) throws -> Outlook? {
    let builder = OutlookBuilder(book: TestBook.book, rules: rules, workers: workers, interruption: interruption)
    return try warehouse.queue.read {
      try builder.build($0, origin: origin ?? self.origin, regions: ["450600"] + OutlookBuilderTests.counties)
    }
  }

  private func points(_ outlook: Outlook, _ region: Int, _ occupation: String) throws -> [[Double]] {
    let own = outlook.regions[region]
    let subject = try #require(
      occupation.isEmpty ? own.total : own.occupations.first { $0.occupation == occupation }, "\(occupation)")
    return [subject.demand, subject.seekers, subject.gap].map { $0.steps.map(\.point) }
  }

  @Test func partsAddUpToWholes() throws {
    let outlook = try #require(try outlook(try market()))
    #expect(outlook.steps.map { "\($0)" } == ["2026Q2", "2026Q3", "2026Q4", "2027Q1"])
    func expectSum(_ whole: [[Double]], _ parts: [[[Double]]]) {
      for measure in 0..<3 {
        for step in 0..<4 {
          #expect(abs(whole[measure][step] - parts.reduce(0) { $0 + $1[measure][step] }) < 1e-9)
        }
      }
    }
    for occupation in ["", "4", "4-01", "4-01-02-01"] {
      try expectSum(
        points(outlook, 0, occupation), [points(outlook, 1, occupation), points(outlook, 2, occupation)])
    }
    for region in 0..<3 {
      try expectSum(points(outlook, region, ""), [points(outlook, region, "4")])
      try expectSum(
        points(outlook, region, "4-01"),
        [
          points(outlook, region, "4-01-02"), points(outlook, region, "4-01-03"),
        ])
    }
  }

  @Test func nothingIsNegativeAndIntervalsAreInOrder() throws {
    let outlook = try #require(try outlook(try market()))
    for subject in outlook.regions.flatMap({ [$0.total] + $0.occupations }) {
      for step in subject.demand.steps + subject.seekers.steps {
        let ends = [step.low95, step.low80, step.point, step.high80, step.high95]
        #expect(ends.allSatisfy { $0 >= 0 && $0.isFinite } && ends == ends.sorted(), "\(subject.occupation) \(step)")
      }
      #expect(subject.chances.allSatisfy { (0...1).contains($0) })
      // Twelve quarters: the first has nothing carried over and is left out.
      #expect(subject.demand.history.count == 12)
    }
  }

  @Test func shortagesAreWarnedOfAndSurplusesAreNot() throws {
    let outlook = try #require(try outlook(try market()))
    #expect(outlook.regions[1].warnings.map(\.subject.occupation) == ["4-01-02-01"])
    #expect(outlook.regions[1].warnings[0].level == .red)
    for region in outlook.regions {
      let order = region.warnings.map { ($0.level.rawValue, $0.subject.chances.max() ?? 0) }
      #expect(zip(order, order.dropFirst()).allSatisfy { $0 >= $1 })
    }
    #expect(
      outlook.regions[0].occupations.first { $0.occupation == "4-01-03" }?.chances.allSatisfy { $0 < 0.1 } == true)
  }

  /// Four quarters: enough for a forecast, not for holding one against what came.
  @Test func nobodyIsWarnedBeforeThereIsABacktest() throws {
    let warehouse = try market()
    let young = try #require(try outlook(warehouse, origin: Period("2024Q1")))
    #expect(!young.isTested && young.regions.allSatisfy { $0.warnings.isEmpty })
    #expect(young.regions[1].occupations.contains { $0.chances.contains { $0 > 0.9 } })
    let older = try #require(try outlook(warehouse, origin: Period("2024Q2")))
    #expect(older.isTested && !older.regions[1].warnings.isEmpty)
    #expect(older.thresholds == rules.chances)
  }

  @Test func historyIsWhatWasValid() throws {
    let warehouse = try market()
    let outlook = try #require(try outlook(warehouse))
    let wanted = try warehouse.integers(
      """
      SELECT sum(openings) FROM postings WHERE region = 1450602 AND occupation = 14010201 AND posted_on > 19400
      GROUP BY posted_on ORDER BY posted_on
      """
    ).compactMap { $0[0].map(Double.init) }
    let found = outlook.regions[1].occupations.first { $0.occupation == "4-01-02-01" }?.demand.history
    #expect(found == Array(wanted.suffix(12)))
  }

  @Test func outcomeDoesNotDependOnTheWorkers() throws {
    let warehouse = try market()
    let (one, two) = (try outlook(warehouse, workers: 1), try outlook(warehouse, workers: 2))
    #expect("\(one as Any)" == "\(two as Any)")
  }

  @Test func thereIsNoneWithoutWhatItNeeds() throws {
    let warehouse = try market()
    #expect(try outlook(warehouse, origin: Period("2025")) == nil)
    #expect(try outlook(warehouse, origin: Period("2025H2")) == nil)
    #expect(try outlook(warehouse, origin: Period("2023Q2")) == nil)
    #expect(try outlook(warehouse, origin: Period("2026M01")) != nil)
    #expect(try outlook(warehouse, origin: Period("2026M03")) == nil)
    #expect(try outlook(try market(hasSeekers: false)) == nil)
  }

  /// A year that a typist got wrong, on both sides: a century of nothing is no history.
  @Test func strayDatesChangeNothing() throws {
    let wanted = try #require(try outlook(try market()))
    var warehouse = try market()
    var row = PostingRow(["区划代码": "450602", "职业": "4-01-02-01", "关闭日期": "1926-04-20"])
    (row.id, row.posted) = ("old", "1926-04-06")
    try warehouse.take([row])
    try warehouse.take(
      "求职编号,意向职业,常住区划,登记日期,注销日期,登记机构\nold,4-01-02-01,450602,1926-04-02,1926-04-22,中心\n", .seekers)
    let found = try #require(try outlook(warehouse))
    #expect(try points(found, 0, "") == points(wanted, 0, ""))
    #expect(found.regions[0].total.demand.history == wanted.regions[0].total.demand.history)
  }

  @Test func whatHasNotHappenedIsNoHistory() throws {
    let warehouse = try market()
    #expect(try outlook(warehouse, origin: Period("2026Q2")) == nil)
    let series = try warehouse.queue.read {
      try MarketSeries($0, .demand, region: "450600", occupation: "", last: Period(unit: .quarter, ordinal: 2035 * 4))
    }
    #expect(series == nil)
  }

  @Test(arguments: [["450000", "450600", "450602"], ["450602", "450681"], ["450600", "440300"]])
  func regionsArePartsOfTheFirst(regions: [String]) throws {
    let warehouse = try market()
    let builder = OutlookBuilder(book: TestBook.book, rules: rules, workers: 1)
    #expect(throws: PipelineError.self) {
      try warehouse.queue.read { try builder.build($0, origin: origin, regions: regions) }
    }
  }

  @Test func aSignalBreaksItOff() throws {
    let interruption = Interruption()
    interruption.request(SIGTERM)
    #expect(throws: PipelineError.self) { try outlook(try market(), interruption: interruption) }
  }

  @Test func isKeptWithItsVintage() throws {
    let warehouse = try market()
    let outlook = try #require(try outlook(warehouse))
    try warehouse.queue.write { db in
      try OutlookStore.save(outlook, db)
      try OutlookStore.save(outlook, db)
    }
    let subjects = outlook.regions.reduce(0) { $0 + 1 + $1.occupations.count }
    #expect(try warehouse.integer("SELECT count(*) FROM forecast") == subjects * 3 * 4)
    #expect(try warehouse.integer("SELECT count(*) FROM forecast_score") == outlook.scores.count)
    #expect(
      try warehouse.texts("SELECT DISTINCT level FROM forecast_warning WHERE region = '450602' ORDER BY 1") == [
        "blue", "orange", "red", "yellow",
      ])
  }
}
