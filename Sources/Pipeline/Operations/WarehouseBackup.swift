import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// Makes a verified copy of a pipeline's warehouse, also while a run is going on.
public struct WarehouseBackup {
  private let spec: PipelineSpec
  private let progress: Progress
  /// How long to wait for a run that writes all the time.
  private let deadline = Date().addingTimeInterval(600)

  public init(_ spec: PipelineSpec, showsProgress: Bool) {
    self.spec = spec
    progress = Progress(isShown: showsProgress)
  }

  /// Makes the folder `<folder>/backup-<pipeline>-<date>-<time>` (0700) with the warehouse, the list of digests and, on
  /// request, the pseudonym key. It appears when all of it is on the disk.
  ///
  /// - Returns: what to print, in Chinese.
  /// - Throws: `PipelineError` TF642 where there is no warehouse, TF731 where there is no key file, TF635 or TF630
  ///   (exit 75) where the warehouse is written to all the time, TF633 where it is damaged.
  public func make(into folder: String, withKey: Bool) throws -> [String] {
    do { return try compose(folder, withKey) } catch { throw Failure.error(error, at: spec.warehouse) }
  }

  private func compose(_ folder: String, _ withKey: Bool) throws -> [String] {
    guard
      let warehouse = try WarehouseCopy.waiting(
        until: deadline, { try ExistingWarehouse.open(spec.warehouse, spec.datasets) })
    else {
      throw PipelineError(
        .noWarehouse, .noInput, at: spec.warehouse, "还没有仓库, 没有可备份的", remedy: "先运行 talentflow run \(spec.path)")
    }
    let key = withKey ? try self.key() : nil
    try DurableFolder.make(folder, mode: 0o700)
    let building = try BackupFolder.Building(in: folder, stem: BackupFolder.stem(of: spec.id))
    defer { building.discard() }
    let (totals, path): (LedgerTotals, String)
    do {
      totals = try copy(warehouse, to: "\(building.path)/\(BackupFolder.warehouse)")
      if let key { try DurableFile.replace("\(building.path)/\(BackupFolder.key)", with: key, mode: 0o600) }
      path = try building.publish()
    } catch {
      throw Failure.error(error, at: spec.warehouse).naming(folder, for: building.path)
    }
    let size = (try? FileStamp(of: "\(path)/\(BackupFolder.warehouse)").bytes) ?? 0
    return [
      "备份 \(path): \(BackupFolder.text(of: totals)), \(String(format: "%.1f", Double(size) / 1e6)) MB, 已核对",
      withKey
        ? "化名密钥也在其内: 拿到这个文件夹的人可以由化名试出证件号码, 请锁好"
        : "化名密钥不在其内 (和仓库放在一起, 拿到的人可以由化名试出证件号码), 请另外保存 \(PseudonymKey.path(in: spec.work))",
    ]
  }

  private func copy(_ warehouse: Warehouse, to path: String) throws -> LedgerTotals {
    let bytes = try FileStamp(of: spec.warehouse).bytes
    let progress = progress
    progress.start("备份", bytes: bytes)
    defer { progress.end() }
    do {
      return try WarehouseCopy.make(of: warehouse.queue, to: path, deadline: deadline) {
        progress.update(bytes: Int($0 * Double(bytes)))
      }
    } catch let error as DatabaseError {
      // SQLite does not say which of the two files it means; only one is written.
      let isWritten = [.full, .cannotOpen].contains(error.code)
      throw Failure.error(error, at: isWritten ? Paths.folder(of: path) : spec.warehouse)
    }
  }

  private func key() throws -> [UInt8] {
    let path = PseudonymKey.path(in: spec.work)
    guard ProcessInfo.processInfo.environment[PseudonymKey.variable] == nil, FileTree.exists(path) else {
      throw PipelineError(.noKeyFile, .noInput, at: path, "没有化名密钥文件, 或密钥由环境变量给出", remedy: "去掉 --with-key, 密钥另外保存")
    }
    return try FileTree.bytes(of: path)
  }
}
