import Foundation

/// One writer at a time in a folder: an advisory lock on the folder itself, which leaves no file behind and ends with
/// the process, however it ends.
public final class FolderLock {
  private let descriptor: Int32

  /// Nil where another process holds the folder, or where it cannot be opened.
  public init?(trying folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    // A file system without locks on folders gives another error: its users have to go without.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Waits for the folder.
  ///
  /// - Parameter check: called while waiting; may throw to give up.
  /// - Throws: `FileFailure` with `EWOULDBLOCK` after `patience` seconds.
  public static func wait(
    for folder: String, patience: Double = 60, check: () throws -> Void = {}
  ) throws -> FolderLock {
    let deadline = Date().addingTimeInterval(patience)
    while true {
      if let lock = FolderLock(trying: folder) { return lock }
      guard FileTree.isFolder(folder) else { throw FileFailure(operation: "flock", path: folder, errno: ENOENT) }
      guard Date() < deadline else { throw FileFailure(operation: "flock", path: folder, errno: EWOULDBLOCK) }
      try check()
      usleep(20_000)
    }
  }
}
