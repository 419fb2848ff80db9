import Documents
import Domain
import GRDB
import Warehouse

/// The final editions that were frozen, with the digest of their checksums: a folder that was deleted or exchanged is
/// noticed, and its number is not given to another edition.
public enum FinalRegister {
  private static let prefix = "final "

  /// Enters the final editions of all periods below `root` that are not in the register yet.
  ///
  /// A run that was killed between publishing and this is made good by the next one.
  ///
  /// - Throws: `FileFailure`, `DatabaseError`.
  public static func enter(from root: String, _ db: Database) throws {
    for (name, path) in try finals(in: root) where try Ledger.setting(db, name) == nil {
      try Ledger.set(db, name, digest(path))
    }
  }

  /// - Throws: `PublishError` where an edition of the register is missing from `root` or is another one.
  public static func check(against root: String, _ db: Database) throws {
    for name in try Ledger.settings(db, prefix: prefix) {
      let path = "\(root)/\(name.dropFirst(prefix.count))"
      guard FileTree.isFolder(path) else {
        throw PublishError(at: path, "已定稿的正式版不在了", remedy: "从备份恢复这个文件夹; 定稿的版本不能删去重编")
      }
      guard try Ledger.setting(db, name) == digest(path) else {
        throw PublishError(at: path, "已定稿的正式版被换成了另一版", remedy: "从备份恢复这个文件夹; 要改就另编新版")
      }
    }
  }

  /// Name in the register and folder of every final edition.
  private static func finals(in root: String) throws -> [(name: String, path: String)] {
    guard FileTree.isFolder(root) else { return [] }
    return try FileTree.names(in: root).compactMap { Period($0) }.flatMap { period in
      try CatalogPublisher.editions(of: period, in: root).filter { $0.kind == .final }.map {
        ("\(prefix)\(period)/\($0.folder)", "\(root)/\(period)/\($0.folder)")
      }
    }
  }

  private static func digest(_ path: String) throws -> String {
    SHA256Sums.digest(try FileTree.bytes(of: "\(path)/\(EditionSeal.sums)"))
  }
}
