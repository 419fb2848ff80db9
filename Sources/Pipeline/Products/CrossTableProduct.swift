import Domain
import Stages

extension CrossTableSpec: Product {
  func plan(_ spec: PipelineSpec, period: Period?) -> [String] { [] }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    run.log.info("编制交叉表")
    let writer = CrossTableWriter(folder: "\(run.place.work)/cross-tables")
    summary.crossTables = try run.warehouse.queue.read { [check = run.interruption.check] db in
      try writer.write(run.crossTables.tables, db, check: check)
    }
  }
}
