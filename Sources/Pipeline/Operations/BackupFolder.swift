import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// The folder that a backup is.
enum BackupFolder {
  static let warehouse = "warehouse.sqlite"
  static let key = "pseudonym.key"
  private static let sums = "SHA256SUMS"
  private static let hidden = ".new"

  /// `backup-<pipeline>-`: signs that do not belong in a name become hyphens.
  static func stem(of pipeline: String) -> String {
    "backup-\(FreeName.words(pipeline))-"
  }

  /// What stands in it, in Chinese.
  static func text(of totals: LedgerTotals) -> String {
    "\(totals.files) 个文件 \(totals.rows) 行, 最后一次运行 \(totals.lastRun.isEmpty ? "无" : totals.lastRun)"
  }

  /// A backup under way: a hidden folder, locked so that the next backup can tell it from that of a dead one.
  final class Building {
    let path: String
    private let folder: String
    private let stem: String
    private let lock: FolderLock?

    init(in folder: String, stem: String) throws {
      for name in try FileTree.names(in: folder) where name.hasPrefix(".\(stem)") && name.hasSuffix(hidden) {
        guard let lock = FolderLock(trying: "\(folder)/\(name)") else { continue }
        try FileTree.remove("\(folder)/\(name)")
        withExtendedLifetime(lock) {}
      }
      self.folder = folder
      self.stem = stem
      let path = FreeName.path(in: folder, ".\(stem)\(getpid())", hidden)
      do { try DurableFolder.makePrivate(path) } catch let failure as FileFailure {
        throw failure.naming(folder, for: path)
      }
      self.path = path
      lock = FolderLock(trying: path)
    }

    /// Writes the list of digests and gives the folder its name.
    ///
    /// - Throws: `FileFailure`, `ReadError`.
    func publish() throws -> String {
      let names = try FileTree.names(in: path)
      let list = try names.map { "\(try Fingerprint(of: "\(path)/\($0)").sha256)  \($0)\n" }.joined()
      try DurableFile.replace("\(path)/\(sums)", with: Array(list.utf8), mode: 0o600)
      let moment = Clock.now().replacing(":", with: "").replacing(" ", with: "-")
      let target = FreeName.path(in: folder, stem + moment, "")
      try DurableFile.rename(path, to: target)
      return target
    }

    /// Removes what was not published.
    func discard() { try? FileTree.remove(path) }
  }

  /// The files of a backup, after making sure that none is changed, missing or added.
  ///
  /// - Parameter path: the folder; or a single file, a warehouse that was kept beside another.
  /// - Returns: paths of the warehouse and of the key; nil where it has none.
  /// - Throws: `PipelineError` TF500 (exit 66) where there is none, TF733 (exit 65) where it is not whole.
  static func verified(_ path: String) throws -> (warehouse: String, key: String?) {
    guard FileTree.exists(path) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "没有这个备份", remedy: "检查路径")
    }
    guard FileTree.isFolder(path) else { return (path, nil) }
    var listed: [String: String] = [:]
    do {
      let text = String(decoding: try FileTree.bytes(of: "\(path)/\(sums)"), as: UTF8.self)
      for entry in try SHA256Sums.parse(text) { listed[entry.path] = entry.digest }
    } catch { throw damaged("\(path)/\(sums)") }
    let names = try FileTree.names(in: path).filter { $0 != sums }
    guard Set(names) == Set(listed.keys), Set(names).isSubset(of: [warehouse, key]), names.contains(warehouse) else {
      throw damaged(path)
    }
    for name in names {
      let file = "\(path)/\(name)"
      guard FileTree.isPlainFile(file), try Fingerprint(of: file).sha256 == listed[name] else { throw damaged(file) }
    }
    return ("\(path)/\(warehouse)", names.contains(key) ? "\(path)/\(key)" : nil)
  }

  private static func damaged(_ place: String) -> PipelineError {
    PipelineError(.damagedBackup, .data, at: place, "备份不完整或被改动过 (与 \(sums) 不符)", remedy: "换一份备份")
  }
}
