import Documents
import Foundation

/// The temporary folder of a dry run: private, locked while the run lives, so that the next one can tell the folder of
/// a run that died, which holds a copy of the warehouse, and remove it.
final class DryFolder {
  let path: String
  private let lock: FolderLock?
  private static let prefix = "talentflow-dry-"
  /// A folder this young may not be locked yet.
  private static let grace = 60.0

  /// - Throws: `FileFailure` where it cannot be made.
  init() throws {
    path = try TemporaryFolder.make(DryFolder.prefix)
    lock = FolderLock(trying: path)
  }

  /// `text` without the name of such a folder, which means nothing to people and is gone afterwards.
  static func unnamed(_ text: String) -> String {
    guard text.contains(prefix) else { return text }
    return text.replacing(#/[^\s:]*\/talentflow-dry-\w{6}/#, with: TemporaryFolder.title)
  }

  func remove() { try? FileTree.remove(path) }

  /// Removes the folders of dry runs that died.
  static func removeOfTheDead() {
    let folder = NSTemporaryDirectory()
    for name in (try? FileTree.names(in: folder)) ?? [] where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
        Date().timeIntervalSince1970 - Double(status.st_mtim.tv_sec) > grace
      else { continue }
      if let lock = FolderLock(trying: path) {
        try? FileTree.remove(path)
        withExtendedLifetime(lock) {}
      }
    }
  }
}
