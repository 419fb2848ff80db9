import Domain

@testable import Stages

/// Pages of match lists: one with everything on it, and one without a list.
enum FixtureMatches {
  private static let day = Day(iso: "2026-09-30")!
  private static let unit = CatalogShortage(occupation: "2-02-06-03", name: "工艺 <甲>", level: .heavy)

  static func pages(_ templates: TemplateSet) -> [MatchPage] {
    var report = MatchReport()
    report.day = day
    report.catalog = CatalogEdition(period: Period("2026H2")!, kind: .final, number: 1)
    report.units = [
      MatchReport.Unit(shortage: unit, postings: 30, openings: 40, candidates: 50, pairs: 210, starved: 1)
    ]
    report.rows = (0..<210).map {
      MatchList.Row(
        platform: "平台 <乙>", posting: "P\($0 / 10)", seeker: "S\($0)", score: 70, parts: [40, 15, 15, 0, 0, 0],
        unit: unit)
    }
    report.leftOut.refused = 3
    report.seekers = 90
    let hits = [MatchHits.Count(list: day, band: 90, rows: 8, hired: 3, known: day)]
    let former = MatchList.Former(
      name: "matches-2026-09-20-until-2026-10-20.csv", day: day, until: day, cells: [], file: [], seeker: 2)
    let full = MatchPage(
      report: report, current: ("matches-2026-09-30-until-2026-10-30.csv", day), kept: [former], hits: hits,
      problems: ["hits.csv 第 3 行读不懂"], title: "名单", place: "Reports/catalog", templates: templates)
    var none = MatchReport()
    none.reason = .noData
    return [
      full,
      MatchPage(
        report: none, current: nil, kept: [], hits: [], problems: [], title: "名单", place: "Reports/catalog",
        templates: templates),
    ]
  }
}
