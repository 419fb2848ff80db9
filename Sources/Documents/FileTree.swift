import Foundation

/// Whole files and folders in memory; meant for publications, not for large data.
public enum FileTree {
  /// The bytes of the file at `path`.
  ///
  /// - Throws: `FileFailure` where it cannot be read.
  public static func bytes(of path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try eachBlock(of: path) { bytes += $0 }
    return bytes
  }

  /// Calls `body` with the bytes of the file at `path`, a block at a time.
  ///
  /// - Throws: `FileFailure` where it cannot be read, and what `body` throws.
  public static func eachBlock(of path: String, _ body: ([UInt8]) throws -> Void) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      guard count >= 0 else { throw failure("read", path) }
      guard count > 0 else { return }
      try body(count == block.count ? block : Array(block[..<count]))
    }
  }

  /// True of two names of one file.
  public static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return lstat(path, &first) == 0 && lstat(other, &second) == 0
      && (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
  }

  /// True of a regular file, also through a link; no folder, pipe or device.
  public static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Every file below `folder` as (path within it, bytes), in the order of the paths' bytes. A symbolic link or another
  /// special file is listed with the bytes it leads to, or fails.
  ///
  /// - Throws: `FileFailure` where something cannot be read.
  public static func files(in folder: String) throws -> [(path: String, bytes: [UInt8])] {
    try paths(in: folder).map { ($0, try bytes(of: "\(folder)/\($0)")) }
  }

  /// The paths of `files(in:)`.
  ///
  /// - Throws: `FileFailure` where a folder cannot be listed.
  public static func paths(in folder: String) throws -> [String] {
    var paths: [String] = []
    for name in try names(in: folder) {
      if isFolder("\(folder)/\(name)") {
        paths += try self.paths(in: "\(folder)/\(name)").map { "\(name)/\($0)" }
      } else {
        paths.append(name)
      }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names in `folder`, in the order of their bytes.
  ///
  /// - Throws: `FileFailure` where it cannot be listed.
  public static func names(in folder: String) throws -> [String] { try entries(in: folder).map(\.name) }

  /// The names in `folder`, in the order of their bytes, and whether each is UTF-8; of one that is not, `name` is only
  /// what can be shown.
  ///
  /// - Throws: `FileFailure` where it cannot be listed.
  public static func entries(in folder: String) throws -> [(name: String, isUTF8: Bool)] {
    guard let stream = opendir(folder) else { throw failure("opendir", folder) }
    defer { closedir(stream) }
    var entries: [(name: String, isUTF8: Bool)] = []
    while let entry = readdir(stream) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          (name: String(cString: $0), isUTF8: String(validatingCString: $0) != nil)
        }
      }
      if found.name != ".", found.name != ".." { entries.append(found) }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a file, a link or a folder with all that is in it; nothing happens where there is none.
  ///
  /// - Throws: `FileFailure`.
  public static func remove(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      guard unlink(path) == 0 || errno == ENOENT else { throw failure("unlink", path) }
      return
    }
    for name in try names(in: path) { try remove("\(path)/\(name)") }
    guard rmdir(path) == 0 || errno == ENOENT else { throw failure("rmdir", path) }
  }

  static func failure(_ operation: String, _ path: String) -> FileFailure {
    FileFailure(operation: operation, path: path, errno: errno)
  }
}
