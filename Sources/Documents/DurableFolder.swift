import Foundation

/// Folders that are on the disk, with the names in them, when the call returns.
public enum DurableFolder {
  /// Creates `folder` and its parents where they are missing.
  ///
  /// - Parameter mode: of the folders that are created.
  /// - Throws: `FileFailure`.
  public static func make(_ folder: String, mode: mode_t = 0o755) throws {
    guard !folder.isEmpty, !FileTree.isFolder(folder) else { return }
    let parent = DurableFile.split(folder).folder
    try make(parent, mode: mode)
    guard mkdir(folder, mode) == 0 || errno == EEXIST else { throw FileTree.failure("mkdir", folder) }
    try sync(parent)
  }

  /// Creates `folder` where it is missing and closes it to everyone but its owner.
  ///
  /// - Throws: `FileFailure`.
  public static func makePrivate(_ folder: String) throws {
    try make(folder, mode: 0o700)
    guard chmod(folder, 0o700) == 0 else { throw FileTree.failure("chmod", folder) }
  }

  /// Makes the names in `folder` durable, where its file system can.
  ///
  /// - Throws: `FileFailure`.
  public static func sync(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written and not read cannot be opened for this.
    if descriptor < 0, errno == EACCES { return }
    guard descriptor >= 0 else { throw FileTree.failure("open", folder) }
    defer { close(descriptor) }
    // Some network file systems know no sync of a folder.
    guard fsync(descriptor) == 0 || [EINVAL, ENOTSUP].contains(errno) else { throw FileTree.failure("fsync", folder) }
  }
}
