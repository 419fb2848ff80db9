import Documents
import Domain
import Stages
import Warehouse

/// The warehouse as those see it who only look.
enum ExistingWarehouse {
  /// Nil where there is none, or where the run that made it died before anything was in it.
  ///
  /// - Throws: `NewerWarehouse`, `DatabaseError`.
  static func open(_ path: String, _ datasets: Datasets) throws -> Warehouse? {
    guard FileTree.exists(path) else { return nil }
    SQLiteLog.start()
    let warehouse = try Warehouse(readOnly: path)
    try warehouse.refuseNewer(datasets.tables)
    return try warehouse.queue.read { try $0.tableExists("file") } ? warehouse : nil
  }
}
