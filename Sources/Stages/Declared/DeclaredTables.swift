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

  /// Counts the tables of a period that are made for these readers.
  ///
  /// Figures of public tables are the same for all who read them, so that both editions need them counted once.
  ///
  /// - Parameter connection: to the warehouse; for public tables without the rows that are never public.
  /// - Throws: `PipelineError` of the engine.
  public func count(
    for period: Period, madeFor audience: Audience, _ connection: (_ isPublic: Bool) throws -> DatasetConnection
  ) throws -> [TableEvaluation] {
    let own = tables.filter { $0.audience == audience && $0.stands(in: period) }
    guard !own.isEmpty else { return [] }
    let connection = try connection(audience == .everybody)
    let evaluator = TableEvaluator(
      connection, places: places, dataDate: dataDate, delivered: delivered, rules: rules)
    let units = Set(
      own.filter { table in
        table.countedDatasets.contains { connection.roots(of: $0).contains(MarketDataset.placements) }
      }.map(\.every))
    let hires = units.sorted { $0.rawValue < $1.rawValue }.map { MarketHires.table(places, every: $0) }
    // One pass over a dataset serves all its tables.
    return try evaluator.evaluate((own + hires).map { ($0, $0.period(at: period)) })
  }

  /// The tables that these readers may see.
  private func visible(for audience: Audience) -> [TableDefinition] {
    tables.filter { audience == .bureau || $0.audience == .everybody }
  }

  /// The tables of longer periods that do not end with this one; of a family the first alone.
  private func elsewhere(_ period: Period, for audience: Audience) -> [DeclaredReport.Elsewhere] {
    var families: Set<String> = []
    return visible(for: audience).compactMap { table in
      guard table.every.rawValue > period.unit.rawValue, !table.stands(in: period),
        families.insert(table.page).inserted
      else { return nil }
      return DeclaredReport.Elsewhere(title: table.title, period: table.period(at: period).previous)
    }
  }

  /// Counted tables as one kind of readers may see them; those that are not made for them are left out.
  ///
  /// - Parameters:
  ///   - period: that of the edition.
  ///   - earlier: what public editions before showed or hid of a leaf, by its value.
  ///   - showsHires: whether the market's tables show their hires of a place and period; nil where nobody knows.
  /// - Throws: `PipelineError` TF418 where a shown figure would betray a hidden one.
  public func report(
    _ counted: [TableEvaluation], of period: Period, for audience: Audience,
    earlier: @escaping (Leaf, Int) -> DeclaredSystem.Earlier?, showsHires: @escaping (Leaf) -> Bool?
  ) throws -> DeclaredReport {
    let evaluations = visible(for: audience).compactMap { table in counted.first { $0.table.id == table.id } }
    let elsewhere = elsewhere(period, for: audience)
    guard !evaluations.isEmpty else { return .empty(elsewhere: elsewhere) }
    var system = DeclaredSystem(rules, audience, earlier: earlier)
    for evaluation in evaluations { try system.add(evaluation) }
    var seen: Set<Period> = []
    for hires in counted where hires.table.id == MarketHires.id && seen.insert(hires.periods[0]).inserted {
      try system.add(hires, shownElsewhere: showsHires)
    }
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
      entries: entries, methods: evaluations.flatMap(\.table.methods), decided: outcome.decided,
      exposed: outcome.decisions.exposed.map { ExposedCount($0, outcome.decisions, isNews: false) },
      hidden: (outcome.decisions.loss.primaryCells, outcome.decisions.loss.secondaryCells),
      elsewhere: elsewhere)
  }
}
