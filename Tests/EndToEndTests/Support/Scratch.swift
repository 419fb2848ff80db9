import Foundation

/// A folder that disappears with the last reference to it.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "talentflow-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, _ name: String) throws { try write(Data(text.utf8), name) }

  func write(_ data: Data, _ name: String) throws {
    let target = file(name)
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: target))
  }

  func create(_ name: String) throws -> FileHandle {
    FileManager.default.createFile(atPath: file(name), contents: nil)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: file(name)))
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }

  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  /// Paths of all files below `name`, relative to it, in order.
  func files(_ name: String) -> [String] {
    (FileManager.default.enumerator(atPath: file(name))?.allObjects as? [String] ?? []).filter { entry in
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: file("\(name)/\(entry)"), isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }
}
