import Domain
import Tables
import Testing

@testable import Stages

@Suite struct ScarcestOccupationsTests {
  /// - Parameters:
  ///   - pairs: openings and seekers by 小类.
  ///   - unassigned: seekers without a stated wish.
  private func context(_ pairs: [String: (demand: Int, seekers: Int)], unassigned: Int) throws -> [String: Any]? {
    let gaps = GapTables(list: try TestBook.book.list("occupations"), gaps: OccupationGaps(topCount: 10))
    let table = gaps.table(
      .shipped("T6"), .shortages, pairs, unassigned: (unassigned, "T5/none"),
      demandTotal: pairs.values.reduce(0) { $0 + $1.demand }, region: .test
    ).shown
    let region = RegionReport(
      code: "450600", name: Label("防城港市"), headline: nil, narrative: [], keyFigures: [], tables: [table], trend: [])
    return try ScarcestOccupations(region, TableLayout.shipped, .shipped(), .zh)?.context(tables: "tables.html")
  }

  /// 1300 / (100 + 588) and 26 / (25 + 12): of the second there are more seekers than openings once those without a wish
  /// are shared out, as the ratio beside it says.
  @Test func onlyWhatIsScarceByItsRatioToo() throws {
    let both = try #require(try context(["4-01-02": (1300, 100), "4-01-03": (26, 25)], unassigned: 600))
    let rows = try #require(both["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["name"] as? String } == ["销售人员"])
    #expect(rows.first?["ratio"] as? String == "1.89")
    #expect(both["is_partial"] as? Bool == true)
    #expect(try context(["4-01-03": (26, 25)], unassigned: 600) == nil)
    let alone = try context(["4-01-03": (26, 25)], unassigned: 0)?["rows"] as? [[String: Any]]
    #expect(alone?.count == 1)
  }
}
