import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

/// Small markets through the builder, as everybody may see them.
@Suite struct MarketProtectionTests {
  private static let rules = DisclosureRules(
    leastPersons: [.everybody: 10, .bureau: 5], leastEmployers: 3, dominantPercent: 85)

  private func build(
    _ warehouse: TestWarehouse, _ period: String = "2026Q3", for audience: Audience = .everybody
  ) throws -> Bulletin {
    let sexes = TableLayout.test(
      "T9", dimension: .sex, ratio: .f4,
      [
        .test("male", ["1"]), .test("female", ["2"]), .test("none", [""], role: .none, side: .demand),
        .test("unknown", [""], role: .unknown, side: .seekers), .test("total", role: .total),
      ])
    let request = try BulletinRequest(
      period: try #require(Period(period)), title: .plain, publisher: .plain,
      regions: [("450600", Label(zh: "", en: "City"))], sourceTitles: [:],
      rules: BulletinRules(
        bands: [], topCount: 10, tables: [.test("T1", dimension: nil, [.valid]), sexes]), texts: Texts.shipped(),
      protection: (MarketProtectionTests.rules, audience))
    return try warehouse.queue.read { try BulletinBuilder($0, book: TestBook.book, request: request).build() }
  }

  /// So many men, women and others on the register.
  private func seekers(_ counts: (Int, Int, Int), from start: Int = 0) -> String {
    let sexes =
      [String](repeating: "男", count: counts.0) + [String](repeating: "女", count: counts.1)
      + [String](repeating: "", count: counts.2)
    return "求职编号,登记日期,登记机构,性别\n"
      + sexes.enumerated().map { "\(start + $0),2026-07-02,甲,\($1)\n" }.joined()
  }

  /// 40 came in July, 4 in August, 30 in September.
  private static let months = [("2026-07-02", 40), ("2026-08-03", 4), ("2026-09-04", 30)]

  /// The periods in which what came new is hidden, after they were published in order.
  private func hidden(
    _ periods: [String], of months: [(String, Int)] = months, forgets: Bool = false
  ) throws -> [String] {
    var warehouse = try TestWarehouse()
    let days = months.flatMap { [String](repeating: $0.0, count: $0.1) }
    try warehouse.take(
      "求职编号,登记日期,登记机构,性别\n" + days.enumerated().map { "\($0),\($1),甲,男\n" }.joined(), .seekers)
    var found: Set<String> = []
    for period in periods {
      let report = try build(warehouse, period).protection
      #expect(report.exposed == [], "\(periods) \(period)")
      for count in report.decided where count.measure == "seekers" && count.part == "new" && count.isHidden {
        found.insert("\(count.period)")
      }
      guard !forgets else { continue }
      try warehouse.queue.write { try DisclosureStore.save(report, $0) }
    }
    return found.sorted()
  }

  /// 74 in the quarter less 40 and 30 in two months is the 4 in the third: one more must be hidden, in whatever order
  /// they come out, and also where the third comes last.
  @Test(arguments: [
    ["2026M07", "2026M08", "2026M09", "2026Q3"], ["2026Q3", "2026M09", "2026M08", "2026M07"],
    ["2026M07", "2026Q3", "2026M09", "2026M08"], ["2026M07", "2026M09", "2026Q3", "2026M08"],
  ])
  func noPeriodIsTheDifferenceOfOthers(periods: [String]) throws {
    let found = try hidden(periods)
    #expect(found.contains("2026M08") && found.count >= 2, "\(found)")
    #expect(try hidden(periods, forgets: true) == ["2026M08"])
  }

  /// A quarter of 10 that is printed before its months leaves none of them more than 8, since each has at least 1: it is
  /// hidden as long as months are missing. One of 12 leaves up to 10.
  @Test func whatIsPrintedOfAQuarterLeavesItsMonthsInDoubt() throws {
    let months = [("2026-07-02", 3), ("2026-08-03", 6), ("2026-09-04", 1)]
    let periods = ["2026Q3", "2026M08", "2026M07", "2026M09"]
    #expect(try hidden(periods, of: months) == ["2026M07", "2026M08", "2026M09", "2026Q3"])
    let rules = CellLimits(MarketProtectionTests.rules, .everybody)
    #expect(rules.persons(11, months: 3)?.protection.width == 11 && rules.persons(12, months: 3) == nil)
    #expect(rules.persons(10) == nil)
  }

  /// Of August September tells what it is compared with, and not what was closed: that is no less to be protected from the
  /// quarter less July and September.
  @Test func whatIsComparedWithIsNotAllThatIsToBeProtected() throws {
    var warehouse = try TestWarehouse()
    var rows: [PostingRow] = []
    for (month, employers) in [("07", 5), ("08", 1), ("09", 5)] {
      for employer in 0..<employers {
        var row = PostingRow(["关闭日期": "2026-\(month)-20", "职业": "4-02-05-05"])
        (row.id, row.employer, row.openings) = ("\(month) \(employer)", "单位\(month)\(employer)", "20")
        row.posted = "2026-\(month)-02"
        rows.append(row)
      }
    }
    try warehouse.take(rows)
    for period in ["2026M07", "2026M09", "2026Q3", "2026M08"] {
      let report = try build(warehouse, period).protection
      #expect(report.exposed == [], "\(period)")
      let closed = report.decided.filter { "\($0.period)" == period && $0.measure == "closed" && $0.part == "total" }
      #expect(closed.map(\.isHidden) == [period == "2026Q3" || period == "2026M08"], "\(period)")
      try warehouse.queue.write { try DisclosureStore.save(report, $0) }
    }
  }

  private func cells(_ bulletin: Bulletin, _ measure: String) -> [String] {
    let table = bulletin.regions[0].tables[1]
    return ["male", "female", "unknown", "total"].map { table.cell($0, measure)?.csv ?? "?" }
  }

  @Test func aSmallCountHidesTheCheapestOtherOne() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(seekers((40, 4, 12)), .seekers)
    let bulletin = try build(warehouse)
    #expect(cells(bulletin, "seekers") == ["40", "[c]", "[c]", "56"])
    #expect(cells(bulletin, "seekers_share") == ["71.43", "[c]", "[c]", "100.00"])
    #expect(bulletin.protection.sensitive == 1 && bulletin.protection.others == 1)
    #expect(bulletin.protection.exposed == [])
    // The bureau may see it: 4 is below its limit too, but 12 protects it.
    #expect(cells(try build(warehouse, for: .bureau), "seekers") == ["40", "[c]", "[c]", "56"])
  }

  @Test func whatIsLargeIsShown() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(seekers((40, 10, 12)), .seekers)
    #expect(cells(try build(warehouse), "seekers") == ["40", "10", "12", "62"])
  }

  @Test func openingsOfTwoEmployersAreHidden() throws {
    var warehouse = try TestWarehouse()
    var rows: [PostingRow] = []
    for (number, (employer, sex)) in [
      ("甲", "男"), ("乙", "男"), ("甲", "女"), ("乙", "女"), ("丙", "女"), ("丁", ""), ("戊", ""), ("己", ""),
    ].enumerated() {
      var row = PostingRow(["性别要求": sex, "区划代码": "450602"])
      (row.id, row.employer, row.openings) = ("\(number)", employer, "20")
      rows.append(row)
    }
    try warehouse.take(rows)
    let table = try build(warehouse).regions[0].tables[1]
    #expect(table.cell("male", "demand") == .suppressed)
    #expect(table.cell("total", "demand")?.csv == "160")
    #expect(["female", "none"].filter { table.cell($0, "demand") == .suppressed }.count == 1)
    #expect(table.cell("male", "ratio")?.value == nil)
  }

  @Test func whatWasHiddenOnceStaysHidden() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(seekers((40, 4, 12)), .seekers)
    let first = try build(warehouse)
    let report = first.protection
    try warehouse.queue.write { try DisclosureStore.save(report, $0) }
    try warehouse.take(seekers((0, 20, 0), from: 1000), .seekers)
    #expect(cells(try build(warehouse), "seekers") == ["40", "[c]", "[c]", "76"])
  }

  /// Readers keep the first edition when rows come in late: both states are kept, and one where nothing has changed.
  @Test func everyStateOfTheDataIsKept() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(seekers((40, 4, 12)), .seekers)
    for added in [0, 0, 20] {
      if added > 0 { try warehouse.take(seekers((0, added, 0), from: 1000), .seekers) }
      let report = try build(warehouse).protection
      try warehouse.queue.write { try DisclosureStore.save(report, $0) }
    }
    let period = try #require(Period("2026Q3"))
    let kept = try warehouse.queue.read { try VintageStore.vintages($0, period) }
    let women = kept.map { $0.counts.filter { $0.region == "450600" && $0.part == "T9/female" } }
    #expect(kept.map(\.number) == [1, 2] && women.map { $0.map(\.value) } == [[4], [24]])
    #expect(women.joined().allSatisfy { $0.standing == .hidden })
  }

  /// A program before kept values alone: they are the first state.
  @Test func rememberedValuesAreTheFirstState() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(seekers((40, 4, 12)), .seekers)
    let first = try build(warehouse).protection
    try warehouse.queue.write { db in
      try DisclosureStore.save(first, db)
      for table in ["disclosed_vintage", "disclosed_count", "disclosed_sum"] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
    }
    try warehouse.take(seekers((0, 20, 0), from: 1000), .seekers)
    let states = try build(warehouse).protection.vintages.filter { "\($0.period)" == "2026Q3" }
    let women = states.map { $0.counts.filter { $0.region == "450600" && $0.part == "T9/female" }.map(\.value) }
    #expect(states.map(\.number) == [1, 2] && women == [[4], [24]])
  }

  /// The total was told; a row that is alone with its sensitive neighbour protects nothing any more.
  @Test func whatWasToldTooMuchIsSaid() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(seekers((40, 4, 12)), .seekers)
    try warehouse.queue.write { db in
      for (part, value) in [("total", 56), ("T9/male", 40), ("T9/unknown", 12)] {
        try db.execute(
          sql: "INSERT INTO disclosed VALUES ('2026Q3', '450600', 'seekers', ?, ?, 0)", arguments: [part, value])
      }
    }
    let bulletin = try build(warehouse)
    let name = "2026Q3 450600/seekers/T9/female"
    #expect(bulletin.protection.exposed == [ExposedCount(name, isCertain: true)])
    #expect(cells(bulletin, "seekers") == ["40", "[c]", "12", "56"])
  }
}
