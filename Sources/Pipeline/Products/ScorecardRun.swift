import Domain
import Stages
import Tables
import Warehouse

extension ScorecardSpec: Product {
  var templateFolder: String? { templates }

  func plan(_ spec: PipelineSpec, period: Period?) throws -> [String] {
    let memory = try spec.declared.connection(path: nil, isPublic: false)
    _ = try memory.check(ledger)
    let figures = plan.items.reduce(0) { $0 + $1.figures.count }
    return ["记分卡  \(publish)/\(period ?? self.period): 将编制, \(plan.items.count) 项措施, \(figures) 个指标"]
  }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    run.log.info("编制记分卡")
    try run.interruption.check()
    let period = run.options.period ?? self.period
    guard period.unit == .quarter else {
      throw PipelineError(
        .tableOutOfPeriod, .data, at: "\(period)", "记分卡按季度编",
        remedy: "用 --period \(Period(unit: .quarter, containing: period.lastDay))")
    }
    let figures = try ScorecardFigures(run, self, period)
    let hasLedger = figures.delivery.datasets.contains(Scorecard.ledger)
    let reports = try reports(run, period)
    let rows = plan.items.map { item in
      let own = item.figures.map(figures.figure)
      let told = reports[item.name] ?? []
      return Scorecard.Row(
        item: item, figures: own, reports: told,
        verdict: ScorecardVerdict(item, own, told, hasLedger: hasLedger, period: period, plan: plan))
    }
    let card = Scorecard(
      period: period, rows: rows, leads: figures.leads, hasLedger: hasLedger, exports: exports(run.spec))
    let publisher = ScorecardPublisher(templates: try run.templates(in: templates), root: run.place.scorecards)
    let result = try publisher.publish(card, title: title, noise: plan.noise, check: run.interruption.check)
    summary.scorecard = RunSummary.Scorecards(path: result.page, text: result.summary)
  }

  /// What the sections wrote until the end of the period, by measure, the newest first.
  private func reports(_ run: ProductRun, _ period: Period) throws -> [String: [Scorecard.Report]] {
    let connection = try run.spec.declared.connection(path: run.warehouse.path, isPublic: false)
    var all: [String: [Scorecard.Report]] = [:]
    try connection.forEach(SQLText(ledger), ["data_date": .text(period.lastDay.iso)]) { row in
      func text(_ name: String) throws -> String {
        guard let column = row.columns.firstIndex(of: name) else {
          throw PipelineError(
            .wrongScorecard, .config, at: ledger.path, "台账的 SELECT 没有列 \(name)", remedy: "照自带的 ledger.sql 补上")
        }
        return row.text(column) ?? ""
      }
      guard let own = Period(try text("period")) else { return }
      all[try text("measure"), default: []].append(
        Scorecard.Report(
          period: own, section: try text("section"), progress: try text("progress"), state: try text("state"),
          problem: try text("problem"), next: try text("next_step"), due: Day(iso: try text("due_on")),
          target: Double(try text("target")), targetUnit: try text("target_unit")))
    }
    return all.mapValues { reports in
      reports.enumerated().sorted { ($1.element.period, $0.offset) < ($0.element.period, $1.offset) }.map(\.element)
    }
  }

  /// Every dataset, and every kind of rows that somebody owns, as readers know it.
  private func exports(_ spec: PipelineSpec) -> [String: Scorecard.Export] {
    var exports: [String: Scorecard.Export] = [:]
    let needs =
      spec.declared.tables.flatMap(\.needs).map(\.description)
      + spec.declared.checks.flatMap(\.needs).map(\.description)
    for name in Set(plan.owners.keys).union(needs).union(spec.datasets.contracts.map(\.name)) {
      guard let need = DatasetNeed(parsing: name), let contract = spec.datasets.named(need.dataset) else { continue }
      let inputs = spec.inputs.filter { $0.source.contract.name == need.dataset }
      exports[name] = Scorecard.Export(
        name: contract.title.zh + (need.value.map { "（\($0)）" } ?? ""),
        section: plan.owners[name] ?? plan.owners[need.dataset],
        files: inputs.map { $0.pattern.split(separator: "/").suffix(2).joined(separator: "/") })
    }
    return exports
  }
}
