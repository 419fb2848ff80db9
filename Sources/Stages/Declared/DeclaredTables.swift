import Domain
import Tables

/// Computes the declared tables of an edition and protects them together.
public struct DeclaredTables {
  private let tables: [TableDefinition]
  private let places: TablePlaces
  private let dataDate: Day
  private let delivered: Set<DatasetNeed>
  private let rules: DisclosureRules

  /// - Parameters:
  ///   - tables: those of which the edition may have something.
  ///   - regions: codes, the city first.
  ///   - dataDate: what is newer has not been reported.
  public init(
    _ tables: [TableDefinition], regions: [String], dataDate: Day, delivered: Set<DatasetNeed>, rules: DisclosureRules
  ) {
    self.tables = tables
    places = TablePlaces(city: regions.first ?? "", counties: Array(regions.dropFirst()))
    self.dataDate = dataDate
    self.delivered = delivered
    self.rules = rules
  }

  /// The tables of a period for one kind of readers.
  ///
  /// - Parameters:
  ///   - connection: to the warehouse; for public tables, whoever reads them, without the rows that are never public.
  ///   - earlier: what public editions before showed or hid of a leaf, by its value.
  /// - Throws: `PipelineError` of the engine, TF406 where a shown figure would betray a hidden one.
  public func report(
    for period: Period, _ audience: Audience, _ connection: (_ isPublic: Bool) throws -> DatasetConnection,
    earlier: @escaping (Leaf, Int) -> DeclaredSystem.Earlier?, check: () throws -> Void = {}
  ) throws -> DeclaredReport {
    let own = tables.filter { table in
      table.stands(in: period) && (audience == .bureau || table.audience == .everybody)
    }
    guard !own.isEmpty else { return .empty }
    var system = DeclaredSystem(rules, audience, earlier: earlier)
    var evaluations: [TableEvaluation] = []
    for isPublic in [true, false] {
      let group = own.filter { ($0.audience == .everybody) == isPublic }
      guard !group.isEmpty else { continue }
      try check()
      let evaluator = TableEvaluator(
        try connection(isPublic), places: places, dataDate: dataDate, delivered: delivered, rules: rules)
      // One pass over a dataset serves all its tables.
      evaluations += try evaluator.evaluate(group.map { ($0, $0.period(at: period)) })
    }
    let order = own.map(\.id)
    evaluations.sort { (order.firstIndex(of: $0.table.id) ?? 0) < (order.firstIndex(of: $1.table.id) ?? 0) }
    for evaluation in evaluations { try system.add(evaluation) }
    let outcome = try system.outcome()
    var entries: [String: [DeclaredReport.Entry]] = [:]
    for place in places.all {
      entries[place] = evaluations.compactMap { evaluation in
        guard let draft = evaluation.draft(for: place), let table = ProtectedTable(draft, outcome.decisions) else {
          return nil
        }
        return DeclaredReport.Entry(
          table: table, period: evaluation.periods[0],
          sentences: evaluation.sentences(for: place).compactMap { $0.shown(outcome.decisions) },
          chart: evaluation.table.chart)
      }
    }
    return DeclaredReport(
      entries: entries, methods: own.flatMap(\.methods), decided: outcome.decided,
      exposed: outcome.decisions.exposed.map { "\($0.region)/\($0.measure)/\($0.part)" },
      hidden: (outcome.decisions.loss.primaryCells, outcome.decisions.loss.secondaryCells))
  }
}
