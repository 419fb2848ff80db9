import Foundation

/// Publishes a folder in one step: readers see the old one or the new one, never a mixture.
///
/// The files are written to a hidden sibling, synced, and renamed into place. One publisher at a time.
public struct DirectoryPublication {
  /// The folder to publish.
  public let target: String
  private let folder: String
  private let building: String
  private let displaced: String
  /// Tests put a file system here that cannot exchange.
  var exchange: (String, String) -> Bool = AtomicExchange.exchange

  public init(target: String) {
    let (folder, name) = DurableFile.split(target)
    self.target = "\(folder)/\(name)"
    self.folder = folder
    building = "\(folder)/.\(name).new"
    displaced = "\(folder)/.\(name).old"
  }

  /// Replaces the target by a folder with exactly these files (paths are relative, with `/`).
  ///
  /// - Throws: `FileFailure`; what readers see is then unchanged and no temporary file is left.
  public func publish(_ files: [(path: String, bytes: [UInt8])]) throws {
    try DurableFile.makeFolder(folder)
    try recover()
    do {
      try build(files)
      try swap()
    } catch {
      try? remove(building)
      throw error
    }
    try DurableFile.syncFolder(folder)
    try remove(building)
    try remove(displaced)
  }

  /// Clears what a killed run left behind; where it died between its two renames, the old folder comes back.
  private func recover() throws {
    if FileTree.exists(displaced), !FileTree.exists(target) {
      guard rename(displaced, target) == 0 else { throw FileTree.failure("rename", target) }
    }
    try remove(displaced)
    try remove(building)
  }

  private func build(_ files: [(path: String, bytes: [UInt8])]) throws {
    try DurableFile.makeFolder(building)
    var folders: Set<String> = [building]
    for file in files {
      let path = "\(building)/\(file.path)"
      let parent = DurableFile.split(path).folder
      try DurableFile.makeFolder(parent)
      folders.insert(parent)
      try DurableFile.write(file.bytes, to: path)
    }
    for folder in folders { try DurableFile.syncFolder(folder) }
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

  private func remove(_ path: String) throws {
    guard FileTree.exists(path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw FileTree.failure("remove", path)
    }
  }
}
