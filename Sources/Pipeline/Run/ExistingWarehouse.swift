import Documents
import Stages
import Warehouse

/// The warehouse as those see it who only look.
enum ExistingWarehouse {
  /// Nil where there is none, or where the run that made it died before anything was in it.
  ///
  /// - Throws: `NewerWarehouse`, `DatabaseError`.
  static func open(_ spec: PipelineSpec) throws -> Warehouse? {
    guard FileTree.exists(spec.warehouse) else { return nil }
    SQLiteLog.start()
    let warehouse = try Warehouse(readOnly: spec.warehouse)
    try warehouse.refuseNewer(spec.datasets.tables)
    return try warehouse.queue.read { try $0.tableExists("file") } ? warehouse : nil
  }
}
