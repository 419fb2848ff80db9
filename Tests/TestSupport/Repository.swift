import Foundation

/// Places in the repository.
public enum Repository {
  public static let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(3).joined(separator: "/")
    .replacing("//", with: "/")

  public static func file(_ path: String) -> String { "\(root)/\(path)" }

  public static func text(_ path: String) throws -> String { try String(contentsOfFile: file(path), encoding: .utf8) }

  /// Paths of the files below `folder` that end in `suffix`, relative to the root, in order.
  public static func files(_ folder: String, suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: file(folder))?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }
}
