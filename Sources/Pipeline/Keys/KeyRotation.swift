import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// The change of the pseudonym key of a warehouse.
///
/// A pseudonym cannot be turned into one of another key: the number that it was made of is not kept. So the sources
/// that hold pseudonyms have to be taken again from their exports; until they are, no run goes on, or one person would
/// be two. The old key is kept, as backups of the warehouse still need it.
///
/// Whatever dies in between, `settle` brings key and warehouse together again: the new key is written beside the old
/// one first, then the warehouse states its mark, then the files are renamed.
enum KeyRotation {
  /// Before the name of each source whose pseudonyms are of an older key.
  private static let pendingPrefix = "pseudonym-pending:"

  /// Where the new key lies until the warehouse states its mark.
  static func next(in folder: String) -> String { "\(PseudonymKey.path(in: folder)).new" }

  /// The sources that still have to be taken again.
  static func pending(_ db: Database) throws -> [String] {
    try Ledger.settings(db, prefix: pendingPrefix).map { String($0.dropFirst(pendingPrefix.count)) }
  }

  /// Notes that nothing of `source` is of an older key any more.
  static func forget(_ db: Database, source: String) throws { try Ledger.set(db, pendingPrefix + source, nil) }

  /// - Throws: `PipelineError` TF753 where a source has to be taken again that is not among `again`.
  static func check(_ spec: PipelineSpec, _ warehouse: Warehouse, again: [String]) throws {
    let pending = try warehouse.queue.read(pending)
    guard !pending.allSatisfy(again.contains) else { return }
    throw PipelineError(
      .pendingRetake, .config, at: spec.warehouse, "化名密钥换过, 这些来源的化名还是原密钥编的: \(pending.joined(separator: "、"))",
      remedy: "运行 \(command(spec, pending))")
  }

  static func command(_ spec: PipelineSpec, _ sources: [String]) -> String {
    "talentflow run \(spec.path)" + sources.map { " --again \($0)" }.joined()
  }

  /// Begins: a new key beside the old one, and the mark of it in the warehouse.
  static func begin(_ folder: String, _ warehouse: Warehouse, sources: [String]) throws {
    let new: Pseudonym
    do { new = try PseudonymKey.make(next(in: folder)) } catch let failure as FileFailure {
      throw failure.naming(PseudonymKey.path(in: folder), for: next(in: folder))
    }
    try warehouse.queue.write { db in
      try Ledger.set(db, PseudonymKey.setting, new.mark)
      for source in sources { try Ledger.set(db, pendingPrefix + source, "1") }
    }
  }

  /// Brings the files of the keys to what the warehouse states; nothing where no rotation was begun.
  ///
  /// - Returns: where the old key is kept now; nil where nothing was done.
  /// - Throws: `FileFailure`, `DatabaseError`.
  @discardableResult
  static func settle(_ folder: String, _ warehouse: Warehouse) throws -> String? {
    let (next, path) = (next(in: folder), PseudonymKey.path(in: folder))
    guard FileTree.exists(next) else { return nil }
    let known = try warehouse.queue.read { try Ledger.setting($0, PseudonymKey.setting) }
    guard try PseudonymKey.read(next).mark == known else {
      // The rotation ended before the warehouse knew of it.
      try FileTree.remove(next)
      return nil
    }
    let kept = try keep(path, in: folder)
    try DurableFile.rename(next, to: path)
    try DurableFolder.sync(folder)
    return kept
  }

  /// Renames the key at `path` to one that has the day in its name.
  static func keep(_ path: String, in folder: String) throws -> String? {
    guard FileTree.exists(path) else { return nil }
    let kept = FreeName.path(in: folder, "pseudonym-\(Clock.today().iso)", ".key")
    try DurableFile.rename(path, to: kept)
    return kept
  }
}
