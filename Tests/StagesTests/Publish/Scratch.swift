import Foundation

/// Folders for tests.
enum Scratch {
  static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../Pipelines/templates"

  static func folder() -> String {
    let path = NSTemporaryDirectory() + "publish-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    // Names in messages and links are compared as given, so a trailing slash of the temporary folder must not matter.
    return path
  }
}
