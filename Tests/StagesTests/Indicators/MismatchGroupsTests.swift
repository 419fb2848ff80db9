import Domain
import Tables
import Testing
import Warehouse

@testable import Stages

@Suite struct MismatchGroupsTests {
  private func groups(_ postings: [PostingRow], _ seekers: String, _ tables: [TableLayout]) throws -> (
    MismatchGroups, RegionLeaves
  ) {
    var warehouse = try TestWarehouse()
    try warehouse.take(postings)
    try warehouse.take("求职编号,登记日期,登记机构,文化程度,常住区划\n" + seekers, .seekers)
    let period = try #require(Period("2026Q3"))
    let region = try #require(RegionRange("450600"))
    let leaves = RegionLeaves(region: region.code, period: period)
    return try warehouse.queue.read { db in
      let tables = tables.map {
        GroupedTable(layout: $0, matcher: RowMatcher($0, list: try? TestBook.book.list("education")), region: leaves)
      }
      let counts = RegionCounts(reader: CubeReader(db), region: region, period: period)
      return (try MismatchGroups(.education, tables, counts), leaves)
    }
  }

  /// Three openings ask for 大专, two for nothing; one seeker has it, one is above it, one does not say.
  @Test func openingsWithoutARequirementAreSharedOut() throws {
    let postings = [("大专", "3"), ("不限", "2")].enumerated().map { number, posting in
      var row = PostingRow(["学历要求": posting.0])
      (row.id, row.title, row.openings) = ("\(number)", "岗位\(number)", posting.1)
      return row
    }
    let (groups, _) = try groups(
      postings, "1,2026-07-01,甲,大专,450602\n2,2026-07-01,甲,本科,450602\n3,2026-07-01,甲,,450602\n", [.shipped("T11")])
    // 4 and 1 openings beside 1 and 1 seekers.
    #expect(groups.cell(Formula.linearMismatch).csv == "0.3000")
    #expect(groups.cell(Formula.mismatch).csv == "0.0513")
  }

  /// What the table hides cannot be computed from a mismatch: all that goes in has to be shown.
  @Test func everyCountThatGoesInIsALeaf() throws {
    let (groups, leaves) = try groups([PostingRow()], "", [.shipped("T11")])
    let rows = ["junior", "senior", "college", "bachelor", "master"]
    let wanted =
      (rows + ["none"]).map { leaves(.demand, LeafPart.row("T11", $0), .previous) }
      + rows.map { leaves(.seekers, LeafPart.row("T11", $0), .previous) }
    #expect(Set(groups.leaves(leaves, .previous)) == Set(wanted))
  }

  @Test func withoutTheTableThereIsNone() throws {
    let (groups, leaves) = try groups([PostingRow()], "1,2026-07-01,甲,大专,450602\n", [])
    #expect(groups.cell(Formula.mismatch) == .unavailable && !groups.leaves(leaves, .now).isEmpty)
  }
}
