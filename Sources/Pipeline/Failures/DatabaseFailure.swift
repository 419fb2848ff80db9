import Domain
import Warehouse

/// Errors of the warehouse's file, as a user has to deal with them.
enum DatabaseFailure {
  static func error(_ error: DatabaseError, at place: String) -> PipelineError {
    if error.needsRecovery {
      return PipelineError(
        .unfinishedRun, .tryAgain, at: place, "上次运行中断, 仓库还没有复原", remedy: "先运行一次 talentflow run, 它会自行复原")
    }
    let (code, exit, message, remedy): (ErrorCode, PipelineError.Exit, String, String) =
      switch error.code {
      case .busy, .locked: (.lockedWarehouse, .tryAgain, "被另一个程序占用", "等它结束后再运行")
      case .cannotOpen: unopened(SQLiteLog.last?.kind ?? .refused)
      case .readOnly, .permission: unopened(.refused)
      case .full: (.warehouseFailure, .io, "无法写入, 磁盘已满", SystemFailure.full.remedy)
      case .inputOutput: (.warehouseFailure, .io, "磁盘读写错误", SystemFailure.broken.remedy)
      case .notADatabase, .corrupt: (.damagedWarehouse, .data, "不是完好的仓库文件", "从备份恢复或换一个路径")
      default: (.internalError, .software, error.message ?? "SQLite \(error.extendedCode)", "请把这一行发给开发者")
      }
    let sql = exit == .software ? " (\((error.sql ?? "").prefix(120)))" : ""
    return PipelineError(code, exit, at: place, "仓库\(message)\(sql)", remedy: remedy)
  }

  /// SQLite says no more than that a file (often its journal) cannot be opened; the system says why.
  private static func unopened(_ kind: SystemFailure) -> (ErrorCode, PipelineError.Exit, String, String) {
    let message =
      switch kind {
      case .full: "无法写入, 磁盘已满"
      case .broken: "磁盘读写错误"
      case .busy, .refused: "无法打开或写入"
      }
    return (.warehouseFailure, kind.exit, message, kind.remedy)
  }
}
