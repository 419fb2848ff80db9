import Domain
import Stages
import Tables
import Warehouse

/// Computes the figures of a scorecard, each for the period and those before it.
///
/// The scorecard is protected as a document of its own: counts of too few persons are hidden in it, and what would betray
/// them; tables that stand elsewhere in more detail are not its business.
struct ScorecardFigures {
  /// Quarters that a trend shows.
  static let length = 8

  let run: ProductRun
  let spec: ScorecardSpec
  let period: Period
  let delivery: Delivery
  /// In memory: tells what is made of what.
  private let memory: DatasetConnection
  private let tables: [String: TableDefinition]
  /// By table and period.
  private var shown: [String: [Period: ProtectedTable]] = [:]
  private var found: [String: CheckList] = [:]

  /// - Throws: `PipelineError` of the engine and of the checks.
  init(_ run: ProductRun, _ spec: ScorecardSpec, _ period: Period) throws {
    self.run = run
    self.spec = spec
    self.period = period
    delivery = try run.warehouse.queue.read { try Delivery($0, run.spec) }
    memory = try run.spec.declared.connection(path: nil, isPublic: false)
    tables = Dictionary(uniqueKeysWithValues: run.spec.declared.tables.map { ($0.id, $0) })
    try count()
    for list in try NightChecks(spec: run.spec, interruption: run.interruption, log: run.log)
      .lists(run.warehouse.path, delivery, day: period.lastDay)
    {
      found[list.check.id] = list
    }
  }

  /// The tables as far as the scorecard shows them.
  private mutating func count() throws {
    var wanted: [String: [(measure: String, row: String)]] = [:]
    for case .cell(let table, let measure, let row) in spec.plan.items.flatMap(\.figures).map(\.origin) {
      wanted[table, default: []].append((measure, row))
    }
    let definitions = wanted.keys.sorted().compactMap { id in tables[id].map { $0.only(wanted[id] ?? []) } }
    for unit in Set(definitions.map(\.every)).sorted(by: { $0.rawValue < $1.rawValue }) {
      let own = definitions.filter { $0.every == unit }
      for period in periods(unit) {
        try run.interruption.check()
        let counter = DeclaredTables(
          own, regions: [run.spec.homeRegion], dataDate: period.lastDay, delivered: delivery.needs,
          rules: spec.disclosure)
        let counted = try [Audience.everybody, .bureau].flatMap { audience in
          try counter.count(for: period, madeFor: audience) {
            try run.spec.declared.connection(path: run.warehouse.path, isPublic: $0)
          }
        }
        let report = try counter.report(
          counted, of: period, for: .bureau, earlier: { _, _ in nil }, showsHires: { _ in nil })
        for entry in report.entries[run.spec.homeRegion] ?? [] {
          shown[entry.table.id, default: [:]][period] = entry.table
        }
      }
    }
  }

  /// The newest period of a unit that has ended with the scorecard's, and those before it, the oldest first.
  private func periods(_ unit: Period.Unit) -> [Period] {
    let holding = Period(unit: unit, containing: period.lastDay)
    let last = holding.lastDay == period.lastDay ? holding : holding.previous
    let count = unit == .year ? 3 : ScorecardFigures.length
    return (0..<count).reversed().map { last.advanced(by: -$0) }
  }

  // MARK: Figures

  func figure(_ figure: ScorecardPlan.Figure) -> Scorecard.Figure {
    switch figure.origin {
    case .cell(let table, let measure, let row): cell(figure, table, measure, row)
    case .checks(let ids): leads(figure, ids)
    }
  }

  private func cell(_ figure: ScorecardPlan.Figure, _ id: String, _ measure: String, _ row: String) -> Scorecard.Figure
  {
    let table = tables[id]
    let periods = periods(table?.every ?? .quarter)
    let method = table?.method(of: measure)
    let own = shown[id]?[periods[periods.count - 1]]
    var gaps = table.map { missing($0, method) } ?? []
    if gaps.isEmpty, let last = periods.last { gaps = method.map { ended($0, last) } ?? [] }
    let first = method.map { roots($0).compactMap { delivery.oldest[$0] }.max() } ?? nil
    let points = periods.map { period in
      let isTold = period == periods.last ? gaps.isEmpty : first.map { $0 <= period.lastDay } ?? false
      return Scorecard.Point(period, isTold ? shown[id]?[period]?.cell(row, measure) ?? .unavailable : .unavailable)
    }
    if gaps.isEmpty, points.last?.cell == .unavailable { gaps = [.empty] }
    let column = own?.measures.first { $0.id == measure }
    let rowName = row == FigureDefinition.total ? "" : own?.rows.first { $0.key == row }?.label.zh ?? row
    let usual = [rowName, column?.label.zh ?? method?.name.zh ?? measure].filter { !$0.isEmpty }.joined(separator: " ")
    return Scorecard.Figure(
      id: method?.id ?? "\(id).\(measure)",
      cell: "\(id).\(measure)" + (row == FigureDefinition.total ? "" : "@\(row)"), name: figure.name ?? usual,
      unit: column?.unit.zh ?? method?.unit.zh ?? "",
      better: method?.better, points: points, isGuarded: false, gaps: gaps, limit: figure.limit,
      isTarget: figure.isTarget)
  }

  /// Exports that a figure is made of and that nobody has sent.
  private func missing(_ table: TableDefinition, _ method: FigureMethod?) -> [Scorecard.Gap] {
    let needs = Set(table.needs.map(\.description)).union(roots(method))
    return needs.subtracting(delivery.names).sorted().map { .missing($0) }
  }

  /// Exports that tell nothing of the period yet.
  private func ended(_ method: FigureMethod, _ period: Period) -> [Scorecard.Gap] {
    roots(method).sorted().compactMap { name in
      delivery.newest[name].flatMap { $0 < period.firstDay ? .ended(name, $0) : nil }
    }
  }

  private func roots(_ method: FigureMethod?) -> Set<String> {
    Set((method?.datasets ?? []).flatMap { memory.roots(of: $0) })
  }

  private func leads(_ figure: ScorecardPlan.Figure, _ ids: [String]) -> Scorecard.Figure {
    var (count, isRun) = (0, false)
    var gaps: [Scorecard.Gap] = []
    for id in ids {
      guard let list = found[id] else { continue }
      switch list.outcome {
      case .found: (count, isRun) = (count + list.leads.count, true)
      case .tooMany(let lines): (count, isRun) = (count + lines, true)
      case .missing(let names): gaps += names.map { .missing($0) }
      case .unset(let names): gaps += names.map { .unset($0) }
      case .off, .steppedDown: gaps.append(.off(id))
      }
    }
    var told: [Scorecard.Gap] = []
    for gap in gaps where !told.contains(gap) { told.append(gap) }
    return Scorecard.Figure(
      id: ids.joined(separator: " "), cell: ids.joined(separator: " "), name: figure.name ?? "", unit: "条",
      better: .less,
      points: [Scorecard.Point(period, isRun ? .number(Double(count), decimals: 0) : .unavailable)],
      isGuarded: !spec.plan.guarded.isDisjoint(with: ids), gaps: told, limit: figure.limit, isTarget: figure.isTarget)
  }

  // MARK: Leads

  /// What the checks found, for the pages of the sections.
  var leads: [Scorecard.Leads] {
    run.spec.declared.checks.compactMap { check in
      guard let list = found[check.id], !list.leads.isEmpty else { return nil }
      func days(_ column: CheckColumn) -> [Day] { list.lines.compactMap { Day(iso: $0.text(column)) } }
      return Scorecard.Leads(
        check: check.id, name: check.title, section: check.section, count: list.leads.count, since: days(.since).min(),
        due: days(.due).filter { $0 > period.lastDay }.min(), isGuarded: spec.plan.guarded.contains(check.id))
    }
  }
}

extension TableDefinition {
  /// The table with no more than is asked for: what hides in the rest needs no protection that is not printed.
  fileprivate func only(_ wanted: [(measure: String, row: String)]) -> TableDefinition {
    var open = wanted.compactMap { method(of: $0.measure).map { String($0.id.dropFirst(id.count + 1)) } }
    var kept: Set<String> = []
    while let next = open.popLast() {
      guard kept.insert(next).inserted, let figure = figure(next) else { continue }
      open += figure.kind.inputs
    }
    let isTotal = wanted.allSatisfy { $0.row == FigureDefinition.total }
    return TableDefinition(
      id: id, title: title, dataset: dataset, every: every, regions: .city, condition: condition, needs: needs,
      axis: isTotal ? .none : axis, rows: isTotal ? .seen : rows, rest: isTotal ? .asNeeded : rest, hasTotal: true,
      figures: figures.filter { kept.contains($0.id) }, audience: audience, path: path)
  }
}
