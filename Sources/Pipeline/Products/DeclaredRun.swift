import Domain
import Stages
import Tables
import Warehouse

/// The declared tables of a period from a pipeline's warehouse; what several editions show is counted once.
final class DeclaredRun {
  private let spec: PipelineSpec
  private let warehouse: Warehouse
  private let period: Period
  private let interruption: Interruption
  private let tables: DeclaredTables
  /// All that the tables show, with what they compare it with.
  private let periods: Set<Period>
  /// By the readers that tables are made for.
  private var counted: [Audience: [TableEvaluation]] = [:]

  /// - Parameters:
  ///   - regions: codes, the city first.
  ///   - dataUntil: the last day that the edition's data speak of.
  ///   - wanted: tables; all where nil.
  /// - Throws: `PipelineError` of the datasets' declarations.
  init(
    _ spec: PipelineSpec, _ warehouse: Warehouse, _ period: Period, regions: [String], rules: DisclosureRules,
    dataUntil: Day, only wanted: [String]? = nil, interruption: Interruption
  ) throws {
    self.spec = spec
    self.warehouse = warehouse
    self.period = period
    self.interruption = interruption
    let (delivery, vintage) = try warehouse.queue.read { (try Delivery($0, spec), try Ledger.vintage($0)) }
    // A table of datasets that this pipeline does not take and that nobody has brought is not its business.
    let taken = Set(spec.inputs.map(\.source.contract.name)).union(delivery.datasets)
    let memory = try spec.declared.connection(path: nil, isPublic: false)
    let definitions = spec.declared.tables.filter { table in
      vintage > 0 && (wanted?.contains(table.id) ?? true)
        && table.countedDatasets.allSatisfy { memory.roots(of: $0).isSubset(of: taken) }
    }
    // The end of a period whose last month has data is the end of the data.
    let last = dataUntil.monthOrdinal >= period.months.upperBound ? max(dataUntil, period.lastDay) : dataUntil
    tables = DeclaredTables(definitions, regions: regions, dataDate: last, delivered: delivery.needs, rules: rules)
    periods = Set(
      definitions.filter { $0.stands(in: period) }.flatMap { table in
        let at = table.period(at: period)
        return [at] + table.changes.map { $0.period(before: at) }
      })
  }

  /// The tables as these readers may see them.
  ///
  /// - Parameter market: the bulletin's own figures as the same readers see them; nil where nobody has decided on them.
  /// - Throws: `PipelineError` of the engine; TF418 where a shown figure would betray a hidden one.
  func report(for audience: Audience, beside market: Bulletin?) throws -> DeclaredReport {
    var own = try counted(madeFor: .everybody)
    if audience == .bureau { own += try counted(madeFor: .bureau) }
    try interruption.check()
    let earlier = try warehouse.queue.read { db in
      audience == .everybody ? try EarlierLeaves(db, periods) : nil
    }
    return try tables.report(
      own, of: period, for: audience, earlier: { leaf, value in earlier.flatMap { $0(leaf, value) } },
      showsHires: { market?.showsHires($0) })
  }

  private func counted(madeFor audience: Audience) throws -> [TableEvaluation] {
    if let known = counted[audience] { return known }
    try interruption.check()
    let own = try tables.count(for: period, madeFor: audience) { isPublic in
      try spec.declared.connection(path: warehouse.path, isPublic: isPublic)
    }
    counted[audience] = own
    return own
  }
}
