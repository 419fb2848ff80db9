import Domain
import TestSupport
import Testing

@testable import Pipeline

@Suite struct EditionGlanceTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(
      "\u{FEFF}period,region,region_name,demand,seekers,ratio\n2026Q2,450600,防城港市,9,9,1.00\n"
        + "2026Q3,450600,防城港市,2241,1790,1.25\n2026Q3,450621,上思县,[c],363,[c]\n", "tables/trend.csv")
  }

  private func lines(_ period: String) throws -> [String] {
    EditionGlance(path: folder.path, period: try #require(Period(period))).lines
  }

  /// Markers stay, what a table does not tell is blank, and columns stand below each other.
  @Test func tellsWhatIsPublished() throws {
    try folder.write(
      "period,region,region_name,row,row_name,value\n2026Q3,450600,防城港市,vacancies,需求,2241\n"
        + "2026Q3,450600,防城港市,hires,录用人数,81\n", "tables/T14.csv")
    #expect(
      try lines("2026Q3") == [
        "  地区      需求人数  求职人数  求人倍率  录用人数", "  防城港市      2241      1790      1.25        81",
        "  上思县         [c]       363       [c]          ",
      ])
  }

  @Test func tellsNothingOfOtherPeriods() throws {
    #expect(try lines("2025Q3") == [])
    #expect(EditionGlance(path: folder.path + "/none", period: try #require(Period("2026Q3"))).lines == [])
  }
}
