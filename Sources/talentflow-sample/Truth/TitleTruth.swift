import Foundation

/// What the written titles of the postings mean.
final class TitleTruth {
  private var codes: [String: [String: Int]] = [:]

  func add(_ title: String, _ code: String) { codes[title, default: [:]][code, default: 0] += 1 }

  /// Writes `titles.csv`: each title once, with its code; others that it had elsewhere stand behind it.
  func write(into folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let rows = codes.sorted { $0.key < $1.key }.map { title, counts in
      let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      return "\"\(title.replacing("\"", with: "\"\""))\",\(ranked[0]),\(ranked.dropFirst().joined(separator: "|"))\n"
    }
    let text = "title,code,alternatives\n" + rows.joined()
    try Data(text.utf8).write(to: folder.appending(path: "titles.csv"))
  }
}
