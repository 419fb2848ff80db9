import Domain
import GRDB
import Stages
import Tables
import Warehouse

/// Makes the declared tables of a period from a pipeline's warehouse.
struct DeclaredRun {
  let spec: PipelineSpec
  /// Codes, the city first.
  let regions: [String]
  let rules: DisclosureRules
  let interruption: Interruption

  /// - Parameters:
  ///   - dataUntil: the last day that the edition's data speak of.
  ///   - tables: those wanted; all where nil.
  /// - Throws: `PipelineError` of the engine; TF406 where a shown figure would betray a hidden one.
  func report(
    _ warehouse: Warehouse, _ period: Period, for audience: Audience, dataUntil: Day, only tables: [String]? = nil
  ) throws -> DeclaredReport {
    let (delivery, vintage) = try warehouse.queue.read { (try Delivery($0, spec), try Ledger.vintage($0)) }
    guard vintage > 0 else { return .empty }
    // A table of datasets that this pipeline does not take and that nobody has brought is not its business.
    let taken = Set(spec.inputs.map(\.source.contract.name)).union(delivery.datasets)
    let memory = try spec.declared.connection(path: nil, isPublic: false)
    let own = spec.declared.tables.filter { table in
      (tables?.contains(table.id) ?? true)
        && table.countedDatasets.allSatisfy { memory.roots(of: $0).isSubset(of: taken) }
    }
    guard !own.isEmpty else { return .empty }
    // The end of a period whose last month has data is the end of the data.
    let last = dataUntil.monthOrdinal >= period.months.upperBound ? max(dataUntil, period.lastDay) : dataUntil
    let declared = DeclaredTables(own, regions: regions, dataDate: last, delivered: delivery.needs, rules: rules)
    let periods = Set(
      own.filter { $0.stands(in: period) }.flatMap { table in
        let at = table.period(at: period)
        return [at] + table.changes.map { $0.period(before: at) }
      })
    let earlier = try warehouse.queue.read { db in
      audience == .everybody ? try EarlierLeaves(db, periods) : nil
    }
    return try declared.report(
      for: period, audience, { try spec.declared.connection(path: warehouse.path, isPublic: $0) },
      earlier: { leaf, value in earlier.flatMap { $0(leaf, value) } },
      check: interruption.check)
  }
}
