import Foundation

/// Publishes a folder in one step: readers see the old one or the new one, never a mixture.
///
/// The files are written to a hidden sibling, synced, and renamed into place. One publisher at a time.
public struct DirectoryPublication {
  /// The folder to publish.
  public let target: String
  /// Whether only its owner may open it.
  private let isPrivate: Bool
  private let folder: String
  private let building: String
  private let displaced: String
  /// Tests put a file system here that cannot exchange.
  var exchange: (String, String) -> Bool = AtomicExchange.exchange

  public init(target: String, isPrivate: Bool = false) {
    self.isPrivate = isPrivate
    let (folder, name) = DurableFile.split(target)
    self.target = "\(folder)/\(name)"
    self.folder = folder
    building = "\(folder)/.\(name).new"
    displaced = "\(folder)/.\(name).old"
  }

  /// Replaces the target by a folder with exactly these files (paths are relative, with `/`).
  ///
  /// - Parameter check: called before each file; may throw to give up.
  /// - Throws: `FileFailure`; what readers see is then whole, old or new. Leftovers, if any, are hidden.
  public func publish(_ files: [(path: String, bytes: [UInt8])], check: () throws -> Void = {}) throws {
    try DurableFolder.make(folder)
    try recover()
    try naming {
      do {
        try build(files, check)
        try swap()
      } catch {
        try? FileTree.remove(building)
        throw error
      }
      try DurableFolder.sync(folder)
      try FileTree.remove(building)
      try FileTree.remove(displaced)
    }
  }

  /// Clears what killed publications into `folder` left behind. No publisher may be at work there.
  ///
  /// - Throws: `FileFailure`.
  public static func recover(in folder: String) throws {
    guard FileTree.isFolder(folder) else { return }
    for name in try FileTree.names(in: folder) where name.hasPrefix(".") && FileTree.isFolder("\(folder)/\(name)") {
      guard name.hasSuffix(".new") || name.hasSuffix(".old") else { continue }
      try DirectoryPublication(target: "\(folder)/\(name.dropFirst().dropLast(4))").recover()
    }
  }

  /// Clears what a killed run left behind; where it died between its two renames, the old folder comes back.
  private func recover() throws {
    try naming {
      if FileTree.exists(displaced), !FileTree.exists(target) {
        guard rename(displaced, target) == 0 else { throw FileTree.failure("rename", target) }
      }
      try FileTree.remove(displaced)
      try FileTree.remove(building)
    }
  }

  /// What fails with the hidden folders is told of the target.
  private func naming(_ body: () throws -> Void) throws {
    do { try body() } catch let failure as FileFailure {
      throw failure.naming(target, for: building).naming(target, for: displaced)
    }
  }

  private func build(_ files: [(path: String, bytes: [UInt8])], _ check: () throws -> Void) throws {
    if isPrivate { try DurableFolder.makePrivate(building) } else { try DurableFolder.make(building) }
    var folders: Set<String> = [building]
    for file in files {
      try check()
      let path = "\(building)/\(file.path)"
      let parent = DurableFile.split(path).folder
      try DurableFolder.make(parent)
      folders.insert(parent)
      try DurableFile.write(file.bytes, to: path)
    }
    try check()
    for folder in folders.sorted() { try DurableFolder.sync(folder) }
  }

  private func swap() throws {
    guard FileTree.exists(target) else {
      guard rename(building, target) == 0 else { throw FileTree.failure("rename", target) }
      return
    }
    if exchange(building, target) { return }
    // The file system cannot exchange: for a moment the target is missing, and `recover` heals a death in that moment.
    guard rename(target, displaced) == 0 else { throw FileTree.failure("rename", target) }
    guard rename(building, target) == 0 else {
      let failure = FileTree.failure("rename", target)
      rename(displaced, target)
      throw failure
    }
  }
}
