import Domain
import Stages
import Tables
import Warehouse

/// Runs the declared checks of a night.
struct NightChecks {
  let spec: PipelineSpec
  let interruption: Interruption

  /// What each check found, in the order of the checks, as of the last day that its data speak of.
  ///
  /// - Parameter path: the warehouse.
  /// - Throws: `PipelineError` TF720 to TF724 with the place.
  func lists(_ path: String, _ delivery: Delivery, day: Day) throws -> [CheckList] {
    let declared = spec.declared
    guard !declared.checks.isEmpty else { return [] }
    let connection = try declared.connection(path: path, isPublic: false)
    return try declared.checks.map { check in
      try interruption.check()
      let reads = try connection.datasets(behind: connection.check(check.select))
      let runner = CheckRunner(
        connection, rules: declared.checkRules, delivered: delivery.names, unset: declared.unset,
        day: delivery.day(of: reads, today: day) ?? day)
      return try runner.run(check)
    }
  }
}
