import Foundation
import TestSupport
import Testing

/// A Markdown document of the repository, as its tests see it.
struct Document: CustomTestStringConvertible {
  /// A fenced block.
  struct Block {
    /// Number of the line of its fence.
    let line: Int
    let language: String
    /// What stands after the language: `save=FILE`, `check`, `exit=65`.
    let words: [String]
    let text: String

    /// What follows `key=`; nil where the fence has none.
    func value(_ key: String) -> String? {
      words.first { $0.hasPrefix("\(key)=") }.map { String($0.dropFirst(key.count + 1)) }
    }
  }

  /// Relative to the root.
  let path: String
  let blocks: [Block]
  /// The lines outside of blocks.
  let prose: String

  var testDescription: String { path }
  var folder: String { (path as NSString).deletingLastPathComponent }

  /// Every document of the repository.
  static let all: [Document] = ["Pipelines", "Reports", "SampleData", "Sources", "Tests"].reduce(["README.md"]) {
    $0 + Repository.files($1, suffix: ".md")
  }.map { Document($0) }

  /// The documents as they are read: the example of one goes on in another.
  static let walks: [Walk] = {
    let chain = ["Pipelines/datasets/README.md", "Pipelines/checks/README.md"]
    let single = all.filter { $0.isFollowed && !chain.contains($0.path) }.map { Walk(documents: [$0]) }
    return [Walk(documents: chain.map(Document.init))] + single
  }()

  /// Documents that are followed one after the other.
  struct Walk: CustomTestStringConvertible {
    let documents: [Document]

    var testDescription: String { documents.map(\.path).joined(separator: ", ") }
  }

  /// True where there is something to do that its tests can do, too.
  var isFollowed: Bool { blocks.contains { $0.language != "text" && !$0.words.contains("check") } }

  init(_ path: String) {
    self.path = path
    // A document that cannot be read has no blocks, and no test of documents passes without them.
    let lines = ((try? Repository.text(path)) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    var blocks: [Block] = []
    var prose: [Substring] = []
    var fence: (line: Int, words: [String])?
    var text: [Substring] = []
    for (index, line) in lines.enumerated() {
      if let open = fence {
        guard line.hasPrefix("```") else {
          text.append(line)
          continue
        }
        let body = text.map { $0 + "\n" }.joined()
        blocks.append(
          Block(line: open.line, language: open.words.first ?? "", words: Array(open.words.dropFirst()), text: body))
        fence = nil
      } else if line.hasPrefix("```") {
        fence = (index + 1, line.dropFirst(3).split(separator: " ").map(String.init))
        text = []
      } else {
        prose.append(line)
      }
    }
    if let open = fence { blocks.append(Block(line: open.line, language: "(never closed)", words: [], text: "")) }
    self.blocks = blocks
    self.prose = prose.joined(separator: "\n")
  }

  /// The texts in backticks.
  var quoted: [String] {
    prose.split(separator: "\n").flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  /// The targets of the links, without those to the web.
  var links: [String] {
    prose.split(separator: "](").dropFirst().compactMap { $0.split(separator: ")").first.map(String.init) }
      .filter { !$0.contains("://") }
  }

  /// The anchors of its headings, as GitHub makes them.
  var anchors: Set<String> {
    Set(
      prose.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
          .filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.replacing(" ", with: "-")
      })
  }

  /// The paths in backticks, as they would be seen from the root; patterns where a part is `*` or `<name>`.
  var paths: [String] {
    let tops = ["Sources/", "Tests/", "Pipelines/", "SampleData/", "Reports/", ".ci/", ".talentflow/"]
    return Set(
      quoted.flatMap { $0.split(whereSeparator: { " ,".contains($0) }).map(String.init) }
        .filter { path in tops.contains { path.hasPrefix($0) } }
    ).sorted()
  }

  /// True where the repository has such a path, or a reader is to put something of his own in its place.
  func exists(_ path: String) -> Bool {
    if path.contains("<") || path.contains("…") { return true }
    guard path.contains("*") else { return FileManager.default.fileExists(atPath: Repository.file(path)) }
    let folder = (path as NSString).deletingLastPathComponent
    let parts = (path as NSString).lastPathComponent.components(separatedBy: "*")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Repository.file(folder))) ?? []
    return names.contains { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[parts.count - 1]) }
  }

  /// A relative link as a path from the root.
  static func resolve(_ link: String, in folder: String) -> String {
    var parts = folder.split(separator: "/")
    for part in link.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
