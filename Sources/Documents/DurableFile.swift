import Foundation

/// Files that are on the disk when the call returns.
public enum DurableFile {
  /// Replaces the file at `path` in one step: readers see the old content or the new one, never a part. Its folder is
  /// created where it is missing.
  ///
  /// - Throws: `FileFailure`; the old file is then still there.
  public static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o644) throws {
    try replace(path, mode: mode) { try $0.write(bytes) }
  }

  /// As `replace`, with the content written by `body`, piece by piece.
  public static func replace(_ path: String, mode: mode_t = 0o644, _ body: (NewFile) throws -> Void) throws {
    let temporary = temporary(of: path)
    try DurableFolder.make(split(path).folder)
    unlink(temporary)
    do {
      try write(to: temporary, mode: mode, body)
      try rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw (error as? FileFailure)?.naming(path, for: temporary) ?? error
    }
  }

  /// Gives a finished file another name in the same folder, for good.
  ///
  /// - Throws: `FileFailure`.
  public static func rename(_ path: String, to target: String) throws {
    guard Foundation.rename(path, target) == 0 else { throw FileTree.failure("rename", target) }
    try DurableFolder.sync(split(target).folder)
  }

  /// Removes what a killed `replace` of `path` left behind.
  public static func recover(_ path: String) { unlink(temporary(of: path)) }

  /// Removes what killed `replace`s of any file in `folder` left behind. Nobody else may keep hidden files there.
  public static func recover(in folder: String) {
    for name in (try? FileTree.names(in: folder)) ?? [] where name.hasPrefix(".") && name.hasSuffix(".new") {
      unlink("\(folder)/\(name)")
    }
  }

  /// Writes a new file and syncs it.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws {
    try write(to: path, mode: mode) { try $0.write(bytes) }
  }

  private static func write(to path: String, mode: mode_t, _ body: (NewFile) throws -> Void) throws {
    let file = try NewFile(path, mode: mode)
    try body(file)
    try file.finish()
  }

  private static func temporary(of path: String) -> String {
    let (folder, name) = split(path)
    return "\(folder)/.\(name).new"
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
