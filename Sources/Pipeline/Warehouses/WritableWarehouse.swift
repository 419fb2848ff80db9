import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// The warehouse as those open it who change it.
enum WritableWarehouse {
  /// Opens it; one of an older program is kept as a copy beside it before it is upgraded.
  ///
  /// - Parameter note: takes what to tell of that, in Chinese.
  /// - Throws: `NewerWarehouse`, `DatabaseError`, `WarehouseCopy.Failure`.
  static func open(_ path: String, _ datasets: Datasets, note: (String) -> Void) throws -> Warehouse {
    SQLiteLog.start()
    return try Warehouse(path: path, tables: datasets.tables) { queue, step in
      let kept = OldWarehouse.path(of: path, before: step)
      do { try WarehouseCopy.make(of: queue, to: kept, deadline: .distantFuture) } catch {
        unlink(kept)
        throw error
      }
      try DurableFolder.sync(Paths.folder(of: kept))
      note("仓库是旧版本的程序建立的, 现在升级; 升级之前的保留在 \(kept)")
    }
  }
}
