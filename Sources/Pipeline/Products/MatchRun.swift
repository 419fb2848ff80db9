import Domain
import Stages

extension MatchSpec: Product {
  var templateFolder: String? { templates }

  /// Who withdrew must leave the lists of before, and these must expire, whatever was wrong with another file.
  var isMadeRegardless: Bool { true }

  func plan(_ spec: PipelineSpec, period: Period?) throws -> [String] {
    let day = Clock.today()
    guard let catalog = try catalog(day) else { return ["匹配名单  \(publish): \(catalogs) 中没有目录的正式版, 编不出名单"] }
    return ["匹配名单  \(publish): 将按目录 \(catalog.edition.name) 编制"]
  }

  /// The newest final edition.
  private func catalog(_ day: Day) throws -> PreviousCatalog? {
    try PreviousCatalog.find(in: catalogs, before: Period(unit: .half, containing: day), number: Int.max)
  }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    run.log.info("编制匹配名单")
    try run.interruption.check()
    guard let region = RegionRange(run.spec.homeRegion) else { return }
    let day = Clock.today()
    let publisher = MatchPublisher(templates: try run.templates(in: templates), root: run.place.matches)
    let former = try publisher.former(today: day)
    let catalog = try catalog(day)
    let report = try run.warehouse.queue.read { db in
      try MatchReport(
        db, book: run.spec.book, catalog: catalog, former: former, in: region, today: day, check: run.interruption.check
      )
    }
    let result = try publisher.publish(
      report, former: former, catalogs: catalogs, title: title, today: day, check: run.interruption.check)
    for problem in result.problems { run.log.warning("\(result.page): \(problem)") }
    summary.matches = RunSummary.Matches(path: result.page, text: result.summary)
  }
}
