import Documents
import Domain
import Foundation
import GRDB
import Stages
import Tabular

/// Makes `PipelineError`s of whatever a stage or library threw.
public enum Failure {
  /// Everything that went wrong, in order; at least one.
  ///
  /// - Parameter place: named where the error does not name its own.
  public static func errors(_ error: any Error, at place: String = "talentflow") -> [PipelineError] {
    (error as? RunFailure)?.errors ?? [Failure.error(error, at: place)]
  }

  static func error(_ error: any Error, at place: String) -> PipelineError {
    switch error {
    case let error as PipelineError: error
    case let error as ReadError: read(error)
    case let error as FileFailure: file(error)
    case let error as DatabaseError: database(error, place)
    case let error as PublishError: PipelineError(640, .config, at: error.place, error.message, remedy: error.remedy)
    default: PipelineError(699, .software, at: place, "内部错误: \(error)", remedy: "请把这一行发给开发者")
    }
  }

  private static func read(_ error: ReadError) -> PipelineError {
    switch error {
    case .system(let operation, let path, let number):
      PipelineError(620, .io, at: path, "无法读取 (\(operation)): \(SystemError.text(number))", remedy: "检查磁盘和权限")
    case .endlessRecord(let path, let line):
      PipelineError(
        621, .data, at: "\(path):\(line)", "32 MB 之内没有行尾, 不是表格", remedy: "检查该文件是否为 CSV 导出")
    }
  }

  private static func file(_ error: FileFailure) -> PipelineError {
    let isFull = [ENOSPC, EDQUOT, EIO].contains(error.errno)
    return PipelineError(
      622, isFull ? .io : .cannotCreate, at: error.path,
      "\(SystemError.text(error.errno)) (\(error.operation))",
      remedy: isFull ? "腾出磁盘空间后重新运行" : "检查文件夹是否存在, 是否可写")
  }

  private static func database(_ error: DatabaseError, _ place: String) -> PipelineError {
    if [.SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY].contains(error.extendedResultCode) {
      return PipelineError(
        631, .tryAgain, at: place, "上次运行中断, 仓库还没有复原", remedy: "先运行一次 talentflow run, 它会自行复原")
    }
    let (exit, message, remedy): (PipelineError.Exit, String, String) =
      switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: (.tryAgain, "被另一个程序占用", "等它结束后再运行")
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: (.cannotCreate, "无法打开或写入", "检查文件夹是否存在, 是否可写")
      case .SQLITE_FULL: (.io, "磁盘已满", "腾出空间后重新运行; 已完成的文件不会丢失")
      case .SQLITE_IOERR: (.io, "磁盘读写错误", "检查磁盘后重新运行; 已完成的文件不会丢失")
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: (.data, "不是完好的仓库文件", "从备份恢复或换一个路径")
      default: (.software, error.message ?? "\(error.resultCode)", "请把这一行发给开发者")
      }
    let sql = exit == .software ? " (\((error.sql ?? "").prefix(120)))" : ""
    return PipelineError(630, exit, at: place, "仓库\(message)\(sql)", remedy: remedy)
  }
}
