import Foundation

/// Files that are on the disk when the call returns.
public enum DurableFile {
  /// Replaces the file at `path` in one step: readers see the old content or the new one, never a part. Its folder is
  /// created where it is missing.
  ///
  /// - Throws: `FileFailure`; the old file is then still there.
  public static func replace(_ path: String, with bytes: [UInt8]) throws {
    let (folder, name) = split(path)
    let temporary = "\(folder)/.\(name).new"
    try makeFolder(folder)
    unlink(temporary)
    do {
      try write(bytes, to: temporary)
      guard rename(temporary, path) == 0 else { throw FileTree.failure("rename", path) }
    } catch {
      unlink(temporary)
      throw error
    }
    try syncFolder(folder)
  }

  /// Writes a new file, mode 0644, and syncs it.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileTree.failure("open", path) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + done, bytes.count - done) }
      guard count > 0 else { throw FileTree.failure("write", path) }
      done += count
    }
    guard fsync(descriptor) == 0 else { throw FileTree.failure("fsync", path) }
  }

  /// Creates `folder` and its parents where they are missing.
  static func makeFolder(_ folder: String) throws {
    guard !folder.isEmpty, !FileTree.isFolder(folder) else { return }
    try makeFolder(split(folder).folder)
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw FileTree.failure("mkdir", folder) }
  }

  /// Makes the names in `folder` durable.
  static func syncFolder(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileTree.failure("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileTree.failure("fsync", folder) }
  }

  /// `a/b` is ("a", "b"), `b` is (".", "b"), `/b` is ("/", "b").
  static func split(_ path: String) -> (folder: String, name: String) {
    var path = path[...]
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}
