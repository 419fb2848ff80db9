import Domain
import Foundation
import Testing

/// A folder with declared files, removed with its last use.
final class ProjectFolder {
  static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../Pipelines"

  let path = NSTemporaryDirectory() + "declarations-" + UUID().uuidString

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, in a folder of this one where `name` has one, and returns its path.
  @discardableResult
  func write(_ text: String, as name: String) throws -> String {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }
}

/// The error that `body` throws: its code, exit status, and the line and column of its place.
func failure<Value>(
  _ body: () throws -> Value, sourceLocation: SourceLocation = #_sourceLocation
) throws -> (code: ErrorCode, exit: PipelineError.Exit, place: String, text: String) {
  let error = try #require(throws: PipelineError.self, sourceLocation: sourceLocation) { _ = try body() }
  let place = error.place.split(separator: "/").last.map(String.init) ?? ""
  return (error.code, error.exit, place, error.description)
}
