import Domain
import Logging
import Stages
import Tables
import Warehouse

/// Runs the declared checks of a night.
struct NightChecks {
  let spec: PipelineSpec
  let interruption: Interruption
  let log: Logger

  /// What each check found, in the order of the checks, as of the last day that its data speak of.
  ///
  /// - Parameter path: the warehouse.
  /// - Throws: `PipelineError` TF720 to TF724 with the place.
  func lists(_ path: String, _ delivery: Delivery, day: Day) throws -> [CheckList] {
    let declared = spec.declared
    guard !declared.checks.isEmpty else { return [] }
    let listed = try listed(on: day)
    let unset = declared.unset(listed: listed)
    let connection = try declared.connection(path: path, isPublic: false, listed: listed)
    return try declared.checks.map { check in
      try interruption.check()
      let reads = try connection.datasets(behind: connection.check(check.select))
      let runner = CheckRunner(
        connection, rules: declared.checkRules, delivered: delivery.names, unset: unset,
        day: delivery.day(of: reads, today: day) ?? day)
      return try runner.run(check)
    }
  }

  /// What the final catalogs list; nothing, and a warning, where one cannot be read: the checks that ask for it then wait.
  private func listed(on day: Day) throws -> [[String: RuleList.Value]] {
    let roots = spec.products.compactMap { ($0 as? MatchSpec)?.catalogs ?? ($0 as? ScorecardSpec)?.catalogs }
    do { return try roots.first.map { try PreviousCatalog.listed(in: $0, on: day) } ?? [] } catch let problem
      as PipelineError
    {
      log.warning("\(problem.place): \(problem.message)。\(problem.remedy)")
      return []
    }
  }
}
