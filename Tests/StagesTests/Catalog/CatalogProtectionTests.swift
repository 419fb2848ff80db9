import Domain
import TestSupport
import Testing

@testable import Stages

/// What readers of a final catalog may see of occupations whose figures are known by hand (see `ShortageMarketRows`).
@Suite struct CatalogProtectionTests {
  private static let rules = DisclosureRules(
    leastPersons: [.everybody: 10, .bureau: 5], leastEmployers: 3, dominantPercent: 85)

  private func sight(
    _ code: String, _ rows: ShortageMarketRows, for audience: Audience = .everybody,
    rules: DisclosureRules = CatalogProtectionTests.rules
  ) throws -> CatalogVisibility {
    let warehouse = try rows.warehouse()
    try warehouse.freeze()
    let report = try warehouse.shortages()
    let sights = try warehouse.queue.read {
      try CatalogProtection($0, report: report, region: "450600").sights(rules, for: audience)
    }
    #expect(Set(sights.keys) == Set(report.units.map(\.occupation)))
    return try #require(sights[code])
  }

  private func shown(_ sight: CatalogVisibility) -> Set<CatalogVisibility.Part> {
    Set(CatalogVisibility.Part.allCases.filter(sight.shows))
  }

  /// 24 openings of three employers, all filled after 10 days, 20 seekers; each posting has a title of its own.
  @Test func everybodySeesNoCounts() throws {
    let code = ShortageMarketRows.light.code
    let open = try sight(code, ShortageMarketRows())
    #expect(shown(open) == [.points, .pay, .duration, .education, .major, .skill, .experience])
    let inside = try sight(code, ShortageMarketRows(), for: .bureau)
    #expect(inside.shows(.counts) && inside.shows(.points))
  }

  /// Two seekers a quarter are eight.
  @Test func fewSeekersHideThePoints() throws {
    var job = ShortageMarketRows.light
    job.seekers = 2
    let rows = ShortageMarketRows([ShortageMarketRows.heavy, job])
    #expect(try !sight(job.code, rows).shows(.points))
    #expect(try sight(ShortageMarketRows.heavy.code, rows).shows(.points))
    #expect(try sight(job.code, rows, for: .bureau).shows(.counts))
    let strict = DisclosureRules(
      leastPersons: [.everybody: 10, .bureau: 9], leastEmployers: 3, dominantPercent: 85)
    let inside = try sight(job.code, rows, for: .bureau, rules: strict)
    #expect(!inside.shows(.counts) && !inside.shows(.points) && inside.shows(.pay))
  }

  /// One more posting of one employer, so large that it has more than 85 % of all.
  @Test func aDominantEmployerHidesAll() throws {
    var rows = ShortageMarketRows()
    let code = ShortageMarketRows.light.code
    rows.post("x", code, openings: 140, on: "2026-08-01", ["关闭日期": "2026-08-11", "关闭原因": "招满"])
    #expect(try sight(code, rows) == .nothing)
    #expect(try sight(code, rows, for: .bureau) == .nothing)
    var loose = CatalogProtectionTests.rules
    loose = DisclosureRules(leastPersons: loose.leastPersons, leastEmployers: 3, dominantPercent: 101)
    #expect(try sight(code, rows, rules: loose).shows(.points))
  }

  /// Without a median the figure is that of the postings watched longest: here of two employers.
  @Test func theLongestVacanciesAreThoseOfTwo() throws {
    let code = ShortageMarketRows.heavy.code
    #expect(try !sight(code, ShortageMarketRows()).shows(.duration))
    var job = ShortageMarketRows.heavy
    job.days = [nil, nil, nil]
    #expect(try sight(code, ShortageMarketRows([job, ShortageMarketRows.light])).shows(.duration))
  }

  /// The word that most use is shown where three employers use it.
  @Test func aTitleOfThreeEmployers() throws {
    let code = ShortageMarketRows.light.code
    var rows = ShortageMarketRows()
    for employer in 0..<2 { post("港口理货员", employer, to: &rows) }
    #expect(try !sight(code, rows).shows(.title))
    post("港口理货员", 2, to: &rows)
    #expect(try sight(code, rows).shows(.title))
  }

  private func post(_ title: String, _ employer: Int, to rows: inout ShortageMarketRows) {
    rows.post(
      "t\(employer)", ShortageMarketRows.light.code, openings: 3, on: "2026-08-0\(employer + 1)",
      employer: "单位\(employer)", ["关闭日期": "2026-08-20", "关闭原因": "招满", "已招人数": "3", "薪资待遇": "4900"],
      title: title)
  }
}
