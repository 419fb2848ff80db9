import Domain
import Testing

@testable import Stages

@Suite struct MatchMarketTests {
  private static let day = Day(iso: "2026-09-30")!

  /// A 细类 that is short, one that is not, the rest of their 小类, and one of another that is short in part.
  private static let catalog = PreviousCatalog(
    edition: CatalogEdition(period: Period("2026H2")!, kind: .final, number: 1),
    entries: [
      "4-02-05-01": entry("4-02-05-01", .heavy), "4-02-05-02": entry("4-02-05-02", .none),
      "4-02-05": entry("4-02-05", .medium), "4-01-02-01": entry("4-01-02-01", .light),
    ])

  private static func entry(_ code: String, _ level: ShortageLevel) -> PreviousEntry {
    PreviousEntry(occupation: code, name: code, level: level, index: nil, points: [:], rank: nil)
  }

  private func market(
    postings: [(code: String, title: String, cells: [String: String])] = [], seekers: [String] = [],
    placements: [String] = []
  )
    throws -> MatchMarket
  {
    var warehouse = try TestWarehouse()
    let book = try TitledBook.book()
    let rows = postings.enumerated().map { number, posting in
      var row = PostingRow(posting.cells.merging(["职业": posting.code]) { own, _ in own })
      (row.id, row.employer, row.title, row.posted) = ("P\(number)", "单位\(number)", posting.title, "2026-09-01")
      return row
    }
    try warehouse.take(PostingRow.file(rows), book: book)
    let header = "求职编号,登记机构,登记日期,意向职业,同意推荐,工作年限,常住区划,户籍,有效期至\n"
    try warehouse.take(header + seekers.map { $0 + "\n" }.joined(), .seekers, book: book)
    if !placements.isEmpty {
      let header = "推荐编号,求职编号,推荐日期,录用日期,到岗日期,结果\n"
      try warehouse.take(header + placements.map { $0 + "\n" }.joined(), .placements, book: book)
    }
    return try warehouse.queue.read {
      try MatchMarket(
        $0, book: book, catalog: CatalogShortages(MatchMarketTests.catalog), in: #require(RegionRange("450600")),
        on: MatchMarketTests.day)
    }
  }

  @Test func openPostingsOfListedOccupations() throws {
    let market = try market(postings: [
      ("4-02-05-01", "甲", [:]), ("4-02-05-02", "乙", [:]), ("4-02-05-03", "丙", [:]), ("4-01-02-01", "丁", [:]),
      ("", "装卸", [:]), ("", "夜班装卸", [:]), ("", "擎天柱", [:]),
      ("4-02-05-01", "戊", ["关闭日期": "2026-09-30"]), ("4-02-05-01", "己", ["已招人数": "2"]),
      ("4-02-05-01", "庚", ["有效期至": "2026-09-29"]), ("4-02-05-01", "辛", ["有效期至": "2026-09-30", "已招人数": "1"]),
      ("4-02-05-01", "壬", ["区划代码": ""]), ("4-02-05-01", "癸", ["区划代码": "440300"]),
    ])
    #expect(market.units.map(\.occupation) == ["4-02-05-01", "4-02-05"])
    #expect(market.postings.map(\.number) == ["P0", "P10", "P2", "P4"])
    #expect(market.postings.map(\.unit) == [0, 0, 1, 0] && market.postings.map(\.openings) == [2, 1, 2, 2])
    let left = market.leftOut
    #expect((left.unsurePostings, left.uncodedPostings, left.placelessPostings) == (1, 1, 1))
  }

  @Test func whoAgreedAndWhatIsKnownOfThem() throws {
    let market = try market(seekers: [
      "S1,市中心,2026-08-01,4-02-05-01,是,3年,450602,,", "S2,市中心,2026-08-01,4-02-05-01,否,,,,",
      "S3,市中心,2026-08-01,4-02-05-01,,,,,", "S4,市中心,2026-08-01,不限,是,,,,",
      "S5,市中心,2026-08-01,4-02-05-01,是,,,,2026-09-29", "S6,市中心,2026-08-01,4-02-05-01,是,无经验,,450602,",
      "S7,市中心,2026-08-01,夜班装卸,是,,450602,,",
    ])
    #expect(market.seekerNumbers == ["S1", "S6", "S7"])
    // Where somebody's household is says nothing of where they live.
    #expect(market.seekers.map(\.region) == [1_450_602, 0, 1_450_602])
    #expect(market.seekers.map(\.experience) == [3, 0, -1])
    #expect(market.seekers.map(\.occupation.unit) == [14_020_501, 14_020_501, 0])
    #expect(market.seekers.map(\.occupation.minorGroup) == [140_205, 140_205, 140_205])
    let left = market.leftOut
    #expect((left.registrations, left.refused, left.notAsked, left.withoutOccupation) == (6, 1, 1, 1))
  }
  /// Who was hired since they registered is recommended no more; an earlier hire, or one after the day, says nothing.
  @Test func whoWasHiredSinceIsLeftOut() throws {
    let seeker = "市中心,2026-08-01,4-02-05-01,是,3年,450602,,"
    let market = try market(
      seekers: (1...6).map { "S\($0),\(seeker)" },
      placements: [
        "T1,S1,2026-08-02,2026-08-01,,录用", "T2,S2,2026-08-02,,2026-09-30,录用", "T3,S3,2026-08-02,2026-07-31,,录用",
        "T4,S4,2026-08-02,2026-10-01,,录用", "T5,S5,2026-08-02,2026-09-01,,放弃", "T6,,2026-08-02,2026-09-01,,录用",
      ])
    #expect(market.seekerNumbers == ["S3", "S4", "S5", "S6"])
    #expect((market.leftOut.registrations, market.leftOut.hired) == (6, 2))
  }
}
