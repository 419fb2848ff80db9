import Foundation

/// A folder that disappears with the last reference to it.
open class TestFolder: @unchecked Sendable {
  public let path: String

  public init() throws {
    // Letters alone: digits of a UUID may look like the number of a person.
    path = "\(TestFolder.place)/\(String((0..<20).compactMap { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() }))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where this process makes its folders: in memory where there is room, as hundreds of warehouses are written, synced
  /// and thrown away. All together take some 200 MB at a time. A TMPDIR that was chosen goes before it. It is removed at
  /// the end, and what a killed process left at the next start.
  public static let place: String = {
    let root = base
    for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] where name.hasPrefix(mark) {
      if let process = Int32(name.dropFirst(mark.count)), kill(process, 0) != 0, errno == ESRCH {
        try? FileManager.default.removeItem(atPath: "\(root)/\(name)")
      }
    }
    let own = "\(root)/\(mark)\(getpid())"
    try? FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: TestFolder.place) }
    return own
  }()

  private static let mark = "talentflow-tests-"

  private static var base: String {
    let (memory, room) = ("/dev/shm", 2_000_000_000)
    let isChosen = ProcessInfo.processInfo.environment["TMPDIR"] != nil
    let free = try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize] as? Int
    let isUsable = !isChosen && FileManager.default.isWritableFile(atPath: memory) && free.map { $0 ?? 0 } ?? 0 >= room
    return isUsable ? memory : FileManager.default.temporaryDirectory.path
  }

  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, making the folders of its name, and returns its path.
  @discardableResult
  public func write(_ text: String, _ name: String) throws -> String { try write(Data(text.utf8), name) }

  @discardableResult
  public func write(_ bytes: [UInt8], _ name: String = "export.csv") throws -> String { try write(Data(bytes), name) }

  @discardableResult
  public func write(_ data: Data, _ name: String) throws -> String {
    let target = file(name)
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: target))
    return target
  }

  public func create(_ name: String) throws -> FileHandle {
    FileManager.default.createFile(atPath: file(name), contents: nil)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: file(name)))
  }

  public func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }

  public func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }

  public func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  /// Paths of all files below `name`, relative to it, in order.
  public func files(_ name: String) -> [String] {
    (FileManager.default.enumerator(atPath: file(name))?.allObjects as? [String] ?? []).filter { entry in
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: file("\(name)/\(entry)"), isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }
}
