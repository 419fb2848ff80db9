import Documents
import Domain
import Warehouse

/// The editions that were frozen, with the digest of their checksums: a folder that was deleted or exchanged is noticed,
/// and its number is not given to another edition.
public struct FinalRegister {
  /// What the names of the settings begin with.
  private let prefix: String
  private let root: String
  /// Paths of the frozen editions below `root`.
  private let folders: () throws -> [String]

  /// The final catalogs of all periods below `root`.
  public static func catalogs(in root: String) -> FinalRegister {
    FinalRegister(prefix: "final ", root: root) {
      try FileTree.names(in: root).compactMap { Period($0) }.flatMap { period in
        try CatalogPublisher.editions(of: period, in: root).filter { $0.kind == .final }.map {
          "\(period)/\($0.folder)"
        }
      }
    }
  }

  /// The bulletins in `root`, with their revisions, whose hour has come.
  public static func bulletins(in root: String, isReleased: @escaping (Period) -> Bool) -> FinalRegister {
    FinalRegister(prefix: "released ", root: root) {
      try FileTree.names(in: root).filter { name in EditionName(folder: name).map { isReleased($0.period) } ?? false }
    }
  }

  /// Enters the editions that are not in the register yet.
  ///
  /// A run that was killed between publishing and this is made good by the next one.
  ///
  /// - Throws: `FileFailure`, `DatabaseError`.
  public func enter(_ db: Database) throws {
    guard FileTree.isFolder(root) else { return }
    for folder in try folders() where try Ledger.setting(db, prefix + folder) == nil {
      try Ledger.set(db, prefix + folder, digest(folder))
    }
  }

  /// - Throws: `PipelineError` where an edition of the register is missing from `root` or is another one.
  public func check(_ db: Database) throws {
    for name in try Ledger.settings(db, prefix: prefix) {
      let folder = String(name.dropFirst(prefix.count))
      guard FileTree.isFolder("\(root)/\(folder)") else {
        throw PipelineError(
          .changedEdition, .config, at: "\(root)/\(folder)", "已定稿的正式版不在了", remedy: "从备份恢复这个文件夹; 定稿的版本不能删去重编")
      }
      guard try Ledger.setting(db, name) == digest(folder) else {
        throw PipelineError(
          .changedEdition, .config, at: "\(root)/\(folder)", "已定稿的正式版被换成了另一版", remedy: "从备份恢复这个文件夹; 要改就另编新版")
      }
    }
  }

  private func digest(_ folder: String) throws -> String {
    SHA256Sums.digest(try FileTree.bytes(of: "\(root)/\(folder)/\(EditionSeal.sums)"))
  }
}
