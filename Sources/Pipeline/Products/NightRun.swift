import Documents
import Domain
import Logging
import Stages
import Tables
import Warehouse

/// Watches what a run took and what is in the warehouse, and publishes the page of the night.
///
/// A night has the date of the local calendar on which it runs: neither the hour nor a change of the clock matters. What
/// came since the page of an earlier date counts to it; dates without a run are named, and nothing is made up for them.
struct NightRun {
  let spec: PipelineSpec
  let night: NightSpec
  let warehouse: Warehouse
  let place: Workspace
  let templates: TemplateSet
  /// Number of the run in the warehouse.
  let run: Int
  /// Threads that screen.
  let workers: Int
  let log: Logger
  let interruption: Interruption

  /// - Parameter refused: what the run could not take.
  /// - Throws: `PipelineError`, `FileFailure`, `DatabaseError`; the next night then tells what this one found.
  func publish(refused: [PipelineError], _ summary: inout RunSummary) throws {
    log.info("监测")
    try interruption.check()
    let publisher = NightPublisher(templates: templates, root: place.nights)
    try settle()
    let day = Clock.today()
    let lists = ListPublisher(templates: templates, root: place.lists)
    let supervision = try PostingSupervision(spec, warehouse, workers: workers, interruption: interruption)
    summary.screened = try supervision?.screen()
    if try supervision?.isOutdated() == true {
      log.warning("筛查规则改过: 以前的岗位还是按旧的规则筛查的; 要全部重筛, 运行 talentflow screen \(spec.path) --rescreen")
    }
    let delivery = try warehouse.queue.read { try Delivery($0, spec) }
    let answers = try lists.answers(today: day)
    let found = try supervision?.outcome(answers, delivery, day: day, templates.texts)
    let checked =
      try (found?.lists ?? [])
      + NightChecks(spec: spec, interruption: interruption, log: log).lists(warehouse.path, delivery, day: day)
    let (report, book, before) = try warehouse.queue.read { db in
      try look(db, on: day, refused: refused, summary, checked: checked, lists)
    }
    try warehouse.queue.write { try NightStore.begin($0, day: day, run: run, book: book, before: before) }
    if !checked.isEmpty {
      let result = try lists.publish(
        checked, title: night.title, alerts: book.alerts(on: day), day: day, check: interruption.check)
      for problem in result.problems { log.warning("\(problem.place): \(problem.message)。\(problem.remedy)") }
    }
    if let letters = found?.letters { try lists.publish(letters) }
    let ofPostings = spec.declared.checks.filter { $0.entry == [MarketDataset.postings] }.map(\.id)
    try LeadCases(rules: Set(ofPostings + (supervision?.rules.map(\.id) ?? []))).publish(answers, in: place.work)
    let path = try publisher.publish(report, check: interruption.check)
    try warehouse.queue.write { try NightStore.publish($0, day: day, run: run) }
    summary.night = RunSummary.Night(path: path, new: report.count(.new), still: report.count(.still))
  }

  /// Notes the page of a night that died right after publishing it, and forgets a night that died before.
  private func settle() throws {
    while let night = try warehouse.queue.read(NightStore.unfinished) {
      let hasPage = try NightPublisher.hasPage(of: night.day, run: night.run, in: place.nights)
      try warehouse.queue.write { db in
        if hasPage {
          try NightStore.publish(db, day: night.day, run: night.run)
        } else {
          try NightStore.forget(db, run: night.run)
        }
      }
    }
  }

  private func look(
    _ db: Database, on day: Day, refused: [PipelineError], _ summary: RunSummary, checked: [CheckList],
    _ lists: ListPublisher
  ) throws -> (NightReport, AlertBook, AlertBook) {
    let previous = try NightStore.last(db, before: day)
    let scope = MonitorScope(
      db, day: day, vintage: previous?.vintage ?? 0, inputs: spec.inputs.map(input), rules: night.rules,
      book: spec.book, homeRegion: spec.homeRegion, lists: FileIngest.rejects(place.work),
      refused: refused.map { RefusedFile(place: $0.place, message: "\($0.message) [\($0.code)]", remedy: $0.remedy) },
      releases: releases, tables: spec.declared.market, texts: templates.texts)
    let outcome = try Monitors.outcome(scope)
    let before = try AlertStore.load(db)
    var book = before
    let found = CheckList.alerts(checked, records: before.records.values, folder: lists.folder)
    book.advance(outcome.alerts + found, on: day)
    let ledger = try NightLedger(scope) { file in
      let name = FileIngest.baseName(source: file.source, id: file.id, file: file.name)
      return "\(FileIngest.rejects(place.work))/\(name).rejects.csv"
    }
    let report = NightReport(
      title: night.title, publisher: night.publisher, day: day, run: run, started: try Ledger.started(db, run: run),
      made: summary.made,
      sources: try ledger.sources(), reasons: try ledger.reasons(), waiting: summary.growing,
      alerts: book.alerts(on: day), notes: outcome.notes + NightRun.notes(checked),
      missed: missed(previous?.day, day), previous: previous?.day,
      trend: try ledger.trend())
    return (report, book, before)
  }

  /// The checks that were not run, and why.
  private static func notes(_ checked: [CheckList]) -> [String] {
    let missing = checked.compactMap { list -> String? in
      guard case .missing(let names) = list.outcome else { return nil }
      return "未检查 \(list.check.id) \(list.check.title): 没有收到 \(names.joined(separator: "、"))"
    }
    let unset = checked.compactMap { list -> String? in
      guard case .unset(let names) = list.outcome else { return nil }
      return "未检查 \(list.check.id) \(list.check.title): 等本局填写或核对 \(names.joined(separator: "、"))"
    }
    let off = checked.compactMap { list -> String? in
      if case .off = list.outcome { "\(list.check.id) \(list.check.title)" } else { nil }
    }
    let stepped = checked.compactMap { list -> String? in
      guard case .steppedDown = list.outcome else { return nil }
      return "\(list.check.id) \(list.check.title): 近四个季度的线索多半不属实, 自动降为提示, 不列线索"
    }
    return missing + unset + stepped + (off.isEmpty ? [] : ["rules/checks.yaml 关闭的检查: \(off.joined(separator: "、"))"])
  }

  /// What the release calendar promises; nil where there is none.
  private var releases: [Release]? {
    night.bulletin.map { bulletin in
      bulletin.releases.releases.map { period, hour in
        Release(
          id: "bulletin/\(period)", title: "\(period.nameZh)公报", due: hour.day,
          isPublished: FileTree.isFolder("\(bulletin.publish)/\(period)"), place: bulletin.path)
      }
    }
  }

  private func input(_ input: PipelineSpec.Input) -> NightInput {
    NightInput(source: input.source.id, title: input.source.title, files: input.pattern, rhythm: input.rhythm)
  }

  private func missed(_ previous: Day?, _ day: Day) -> [Day] {
    guard let previous else { return [] }
    return (previous.ordinal + 1..<day.ordinal).map(Day.init(ordinal:))
  }
}

extension NightSpec: Product {
  var templateFolder: String? { templates }

  func plan(_ spec: PipelineSpec, period: Period?) throws -> [String] {
    let rules = try PostingSupervision.screener(of: spec)?.rules ?? []
    let checks = spec.declared.checks.map(\.id).filter { !spec.declared.checkRules.off.contains($0) }
    return ["夜报  \(publish)/\(Clock.today().iso): 将编制"]
      + (rules.isEmpty ? [] : ["筛查  将按 \(rules.count) 条规则筛查新收的岗位 (\(rules.map(\.id).joined(separator: " ")))"])
      + (checks.isEmpty ? [] : ["名单  \(lists): 将运行 \(checks.count) 项检查 (\(checks.joined(separator: " ")))"])
  }

  /// The page of a night tells of what could not be taken too.
  var isMadeRegardless: Bool { true }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    try NightRun(
      spec: run.spec, night: self, warehouse: run.warehouse, place: run.place,
      templates: run.templates(in: templates), run: run.run, workers: run.options.workers, log: run.log,
      interruption: run.interruption
    ).publish(refused: run.refused, &summary)
  }
}
