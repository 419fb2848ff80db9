import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// Puts a backup in the place of a pipeline's warehouse; what was there is kept beside it.
///
/// At every moment the warehouse is the old one or the new one, whole. The key follows as in a `KeyRotation`: it lies
/// beside the old key before the warehouse changes, and whoever comes next completes the change.
public struct WarehouseRestoration {
  private static let event = "restore"
  private let spec: PipelineSpec
  private let backup: String

  /// - Parameter backup: folder of a backup, or a warehouse that was kept.
  public init(_ spec: PipelineSpec, backup: String) {
    self.spec = spec
    self.backup = backup
  }

  /// - Returns: what to print, in Chinese.
  /// - Throws: `PipelineError` TF500, TF733, TF633 where the backup is none or damaged, TF734 where no key fits its
  ///   pseudonyms, TF632 where it is of a newer program, TF601 while a run is going on.
  public func run() throws -> [String] {
    do { return try restore() } catch { throw Failure.error(error, at: backup) }
  }

  private func restore() throws -> [String] {
    let files = try BackupFolder.verified(backup)
    let totals = try WarehouseCopy.verify(files.warehouse)
    let mark = try mark(of: files.warehouse)
    let target = Paths.real(spec.warehouse)
    try DurableFolder.make(Paths.folder(of: target), mode: 0o700)
    try DurableFolder.make(spec.work, mode: 0o700)
    let lock = try RunLock(warehouse: target, work: spec.work)
    defer { withExtendedLifetime(lock) {} }
    let key = try mark.flatMap { try fittingKey($0, in: files.key) }
    if let key { try DurableFile.replace(KeyRotation.next(in: spec.work), with: key, mode: 0o600) }
    let kept = try replace(target, by: files.warehouse)
    let oldKey = try KeyRotation.settle(spec.work, Warehouse(readOnly: target))
    var lines = ["已恢复 \(spec.warehouse): \(BackupFolder.text(of: totals))"]
    if let kept { lines.append("原来的仓库保留在 \(kept), 不用时自己删去") }
    if key != nil { lines.append("化名密钥换回了与这份备份相符的" + (oldKey.map { ", 原密钥保留在 \($0)" } ?? "")) }
    return lines + [
      "接着运行 talentflow run \(spec.path), 把备份以后的文件收进来。",
      "备份以后发布过的各期, 请照原来的先后用 --period 再运行一次: 披露控制靠仓库记住公布过什么。",
    ]
  }

  private func mark(of path: String) throws -> String? {
    let warehouse = try Warehouse(readOnly: path)
    try warehouse.refuseNewer(spec.datasets.tables)
    return try warehouse.queue.read { try Ledger.setting($0, PseudonymKey.setting) }
  }

  /// The key behind the pseudonyms of the backup; nil where it is in use already.
  private func fittingKey(_ mark: String, in own: String?) throws -> [UInt8]? {
    func fits(_ path: String) -> Bool { (try? PseudonymKey.read(path))?.mark == mark }
    let current = PseudonymKey.path(in: spec.work)
    if ProcessInfo.processInfo.environment[PseudonymKey.variable] != nil {
      guard try PseudonymKey.load(folder: spec.work, mayCreate: false).mark != mark else { return nil }
    } else {
      if fits(current) { return nil }
      let kept = try FileTree.names(in: spec.work).filter { $0.hasPrefix("pseudonym-") && $0.hasSuffix(".key") }
      let candidates = [own].compactMap { $0 } + kept.map { "\(spec.work)/\($0)" }
      if let path = candidates.first(where: fits) { return try FileTree.bytes(of: path) }
    }
    throw PipelineError(
      .otherBackupKey, .config, at: current, "这份备份中的化名是另一个密钥编的, 没有恢复",
      remedy: "把当时的密钥存为 \(spec.work)/pseudonym-old.key (chmod 600) 再恢复; 密钥由 \(PseudonymKey.variable) 给出的, 换成当时的值")
  }

  /// - Returns: where the old warehouse is kept; nil where there was none.
  private func replace(_ target: String, by source: String) throws -> String? {
    var kept: String?
    do {
      try DurableFile.replace(target, mode: 0o600) { file in
        let digest = try Fingerprint(of: source).sha256
        try FileTree.eachBlock(of: source) { try file.write($0) }
        try file.finish()
        guard try Fingerprint(of: file.path).sha256 == digest else {
          throw FileFailure(operation: "copy", path: file.path, errno: EIO)
        }
        kept = try keep(target)
      }
    } catch {
      if let kept { try? FileTree.remove(kept) }
      throw error
    }
    return kept
  }

  /// Gives the present warehouse a second name, which it keeps when its first is taken away.
  private func keep(_ target: String) throws -> String? {
    guard FileTree.exists(target) else { return nil }
    try settleJournal(of: target)
    // A second name that a restoration which died has given it already.
    for path in OldWarehouse.kept(of: target, before: WarehouseRestoration.event) where FileTree.isSame(path, target) {
      try FileTree.remove(path)
    }
    let kept = OldWarehouse.path(of: target, before: WarehouseRestoration.event)
    if link(target, kept) != 0 {
      // A file system without second names.
      try DurableFile.replace(kept, mode: 0o600) { file in
        try FileTree.eachBlock(of: target) { try file.write($0) }
      }
    }
    let journal = "\(target)-journal"
    if FileTree.exists(journal) { try DurableFile.rename(journal, to: "\(kept)-journal") }
    return kept
  }

  /// Undoes what a dead run left half done in the present warehouse: its journal must not meet the new one. Where the
  /// warehouse is too damaged for that, the journal is kept with it.
  private func settleJournal(of target: String) throws {
    guard FileTree.exists("\(target)-journal") else { return }
    try? DatabaseQueue(path: target).read { _ = try $0.tableExists("run") }
  }
}
