import Domain
import Stages

/// The cross tables that every run keeps up and writes as CSV, for the bureau alone.
struct CrossTableSpec: Product {
  static let keys = ["cross_tables"]

  let tables: [CrossTable]

  init?(_ file: PipelineFile) throws {
    tables = try CrossTableList.read(file.map, file.datasets, file.book, path: file.path)
    if tables.isEmpty { return nil }
  }

  func plan(_ spec: PipelineSpec, period: Period?) -> [String] { [] }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    run.log.info("编制交叉表")
    let writer = CrossTableWriter(folder: "\(run.place.work)/cross-tables")
    summary.crossTables = try run.warehouse.queue.read { [check = run.interruption.check] db in
      try writer.write(run.crossTables.tables, db, check: check)
    }
  }
}
