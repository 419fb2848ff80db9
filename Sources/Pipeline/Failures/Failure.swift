import Documents
import Domain
import Foundation
import Stages
import Tabular
import Warehouse

/// Makes `PipelineError`s of whatever a stage or library threw.
public enum Failure {
  /// - Parameter warehouse: named by its own errors, where `place` is an export.
  static func error(_ error: any Error, at place: String, warehouse: String? = nil) -> PipelineError {
    switch error {
    case let error as PipelineError: error
    case let error as ReadError: read(error)
    case let error as FileFailure: file(error)
    case let error as DatabaseError: DatabaseFailure.error(error, at: warehouse ?? place)
    case let error as NewerWarehouse: newer(error)
    case let error as WarehouseCopy.Failure: copy(error, at: place)
    default: foreign(error, place)
    }
  }

  private static func read(_ error: ReadError) -> PipelineError {
    switch error {
    case .system(let operation, let path, let number):
      PipelineError(.readFailure, .io, at: path, "无法读取 (\(operation)): \(SystemError.text(number))", remedy: "检查磁盘和权限")
    case .endlessRecord(let path, let line):
      PipelineError(
        .endlessLine, .data, at: "\(path):\(line)", "32 MB 之内没有行尾, 不是表格", remedy: "检查该文件是否为 CSV 导出")
    }
  }

  private static func newer(_ error: NewerWarehouse) -> PipelineError {
    PipelineError(
      .newerWarehouse, .config, at: error.path,
      "仓库中有这个版本的程序和 datasets 中的数据集都没有的 \(error.unknown.prefix(5).joined(separator: "、")); 没有改动它",
      remedy: "仓库由新版本的程序写过的, 用那个版本; 数据集文件中删去的字段放回去; 要退回旧版本, 用 talentflow restore 恢复升级之前保留的仓库 (名称带 -before-)")
  }

  private static func copy(_ error: WarehouseCopy.Failure, at place: String) -> PipelineError {
    switch error {
    case .damaged(let text):
      PipelineError(.damagedWarehouse, .data, at: place, "不是完好的仓库 (\(text))", remedy: "换一份备份; 原仓库损坏的, 从最近的备份恢复")
    case .differs: PipelineError(.differingCopy, .io, at: place, "抄出的仓库与原来的台账不符", remedy: "检查磁盘后再备份一次")
    case .neverStill: PipelineError(.neverStill, .tryAgain, at: place, "仓库一直在写入, 抄不出一份完整的", remedy: "等运行结束后再备份")
    }
  }

  private static func file(_ error: FileFailure) -> PipelineError {
    let kind = SystemFailure(error.errno)
    if kind == .busy {
      return PipelineError(.anotherRun, kind.exit, at: error.path, "另一个运行正在这里发布", remedy: kind.remedy)
    }
    let message = "\(SystemError.text(error.errno)) (\(error.operation))"
    return PipelineError(.fileFailure, kind.exit, at: error.path, message, remedy: kind.remedy)
  }

  /// An error of Foundation that has an error of the system behind it; else a mistake of ours.
  private static func foreign(_ error: any Error, _ place: String) -> PipelineError {
    if let number = (error as NSError).systemError {
      return file(FileFailure(operation: "Foundation", path: place, errno: number))
    }
    return PipelineError(.internalError, .software, at: place, "内部错误: \(error)", remedy: "请把这一行发给开发者")
  }
}
