import Foundation

/// Places in the repository.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    .replacing("//", with: "/")

  static func file(_ path: String) -> String { "\(root)/\(path)" }

  static func text(_ path: String) throws -> String { try String(contentsOfFile: file(path), encoding: .utf8) }

  /// Paths of the files below `folder` that end in `suffix`, relative to the root, in order.
  static func files(_ folder: String, suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: file(folder))?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }
}
