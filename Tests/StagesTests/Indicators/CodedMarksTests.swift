import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct CodedMarksTests {
  private let limits = CodedLimits(medium: 30, uncoded: 10, right: [.high: 97, .medium: 87, .low: 82])
  private let region = RegionRange("450600")!

  /// Openings and what their occupation rests on: given in the export, 高, 中, 低 or without a code.
  private struct Openings {
    let code: String
    let title: String
    let count: Int

    static func given(_ code: String, _ count: Int) -> Openings { Openings(code: code, title: "某", count: count) }
    static func read(_ title: String, _ count: Int) -> Openings { Openings(code: "", title: title, count: count) }
  }

  private func warehouse(_ openings: [Openings]) throws -> TestWarehouse {
    var warehouse = try TestWarehouse()
    let rows = openings.enumerated().map { number, one in
      var row = PostingRow(["职业": one.code])
      (row.id, row.title, row.openings) = ("\(number)", one.title, "\(one.count)")
      return row
    }
    try warehouse.take(PostingRow.file(rows), book: TitledBook.book())
    return warehouse
  }

  private func marks(_ openings: [Openings]) throws -> CodedMarks? {
    let (warehouse, period) = (try warehouse(openings), try #require(Period("2026Q3")))
    return try warehouse.queue.read { try CodedStocks($0, in: period) }.map {
      CodedMarks(stocks: $0, limits: limits, accuracy: TitleAccuracy(percent: limits.right))
    }
  }

  /// 夜班装卸 ends with a short term: 中. 装卸 is one: 高.
  @Test func whatTitlesAreReadAs() throws {
    let marks = try #require(try marks([.read("夜班装卸", 3), .read("装卸", 5), .given("4-02-05-01", 7), .read("擎天柱", 2)]))
    #expect(marks.stocks.split(MarketDataset.postings, in: region) == [.medium: 3, .high: 5, .given: 7, .unknown: 2])
    #expect(marks.stocks.split(MarketDataset.postings, in: region, of: "4-02-05") == [.medium: 3, .high: 5, .given: 7])
    #expect(marks.stocks.split(MarketDataset.seekers, in: region) == [:])
  }

  @Test func givenCodesAreNeverMarked() throws {
    #expect(try marks([.given("4-02-05-01", 7), .given("4-01-02-01", 1)]) == nil)
  }

  @Test(arguments: [(30, false), (31, true)])
  func aRowRestsOnTheGradeMedium(percent: Int, isLow: Bool) throws {
    let marks = try #require(try marks([.read("夜班装卸", percent), .given("4-02-05-01", 100 - percent)]))
    #expect(marks.low([("4-02-05", (100, 10))], in: region) == (isLow ? ["4-02-05"] : []))
    // A place that no row of the export lies in has nothing to mark.
    #expect(try marks.low([("4-02-05", (100, 10))], in: #require(RegionRange("440300"))) == [])
  }

  @Test(arguments: [(10, false), (11, true)])
  func theTableLacksCodes(percent: Int, isLow: Bool) throws {
    let marks = try #require(try marks([.read("擎天柱", percent), .given("4-02-05-01", 100 - percent)]))
    #expect(marks.isLow(region) == isLow)
  }

  /// Three of a hundred are expected to be wrong: two rows of one 中类 that are no further apart may have changed places.
  @Test func aPlaceThatErrorsMayChange() throws {
    let marks = try #require(try marks([.read("营销员", 100), .given("4-01-03", 97), .given("4-02-05-01", 98)]))
    func low(_ other: String, _ openings: Int) -> Set<String> {
      marks.low([("4-01-02", (100, 0)), (other, (openings, 0))], in: region)
    }
    // That of the given codes cannot change by itself.
    #expect(low("4-01-03", 98) == ["4-01-02"])
    #expect(low("4-01-03", 97) == [])
    // Titles of other 中类 are not mistaken for it.
    #expect(low("4-02-05", 98) == [])
  }

  /// From the warehouse to the row, and no further where a count is hidden.
  @Test func rowsOfTheBulletinCarryTheMark() throws {
    func bulletin(_ openings: [Openings], limits: CodedLimits?, seekers: Int = 1) throws -> RegionReport {
      var warehouse = try warehouse(openings)
      let persons = (0..<seekers).map { "\($0),4-02-05-01,450600,2026-07-02,甲\n" }.joined()
      try warehouse.take("求职编号,意向职业,常住区划,登记日期,登记机构\n" + persons, .seekers)
      let request = try BulletinRequest(
        period: #require(Period("2026Q3")), title: .plain, publisher: .plain,
        regions: [("450600", Label(zh: "", en: "City"))], sourceTitles: [:],
        rules: BulletinRules(
          bands: [], topCount: 10,
          tables: [
            .test("T1", dimension: nil, [.valid]), .shipped("T5"), .shipped("T6"), .shipped("T13"), .shipped("T14"),
          ],
          coded: limits),
        texts: Texts.shipped(), accuracy: TitleAccuracy(percent: self.limits.right), protection: (.open, .everybody))
      return try #require(
        try warehouse.queue.read { try BulletinBuilder($0, book: TestBook.book, request: request).build() }.regions
          .first)
    }
    let mixed: [Openings] = [.read("夜班装卸", 40), .given("4-02-05-01", 40), .read("擎天柱", 20)]
    let tables = try bulletin(mixed, limits: limits).tables
    #expect(tables.map { $0.table.isLow } == [false, true, false, false, false])
    #expect(tables[2].rows.map(\.isLow) == [true])
    #expect(try bulletin(mixed, limits: nil).tables.allSatisfy { !$0.table.hasLow })
    #expect(try bulletin([.given("4-02-05-01", 40)], limits: limits).tables.allSatisfy { !$0.table.hasLow })
  }
}
