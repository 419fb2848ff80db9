import Foundation
import TestSupport
import Testing

/// Every document of the repository is true: a reader who does what it says gets what it says.
@Suite struct DocumentTests {
  /// Blocks that are written into a file say so after their language.
  private static let places = ["save", "append", "set", "add"]

  @Test(arguments: Document.all)
  func everyBlockSaysWhatItIs(_ document: Document) {
    let indented = document.prose.split(separator: "\n").filter { $0.contains("```") && !$0.contains("````") }
    #expect(indented.isEmpty, "\(document.path): blocks begin at the margin")
    for block in document.blocks {
      let place = "\(document.path):\(block.line)"
      let isPlaced = DocumentTests.places.count { block.value($0) != nil } == 1 && block.words.count == 1
      switch block.language {
      case "sh":
        #expect(block.words.isEmpty || block.words == ["check"] || block.value("exit") != nil, "\(place)")
      case "yaml", "csv": #expect(isPlaced, "\(place): say where it goes, such as save=FILE")
      case "sql": #expect(isPlaced || block.words.isEmpty, "\(place)")
      case "text": #expect(isPlaced || block.words.isEmpty || block.words == ["output"], "\(place)")
      default: Issue.record("\(place): a block in \"\(block.language)\"")
      }
    }
  }

  /// Follows documents from the first block to the last, in a folder of their own.
  @Test(arguments: Document.walks)
  func doingWhatItSaysWorks(_ walk: Document.Walk) throws {
    let folder = try DocumentFolder()
    for document in walk.documents { try DocumentTests.follow(document, folder) }
  }

  private static func follow(_ document: Document, _ folder: DocumentFolder) throws {
    var last = ""
    for block in document.blocks where !block.words.contains("check") {
      let place = "\(document.path):\(block.line)"
      switch block.language {
      case "sh":
        let result = try folder.run(block)
        last = (result.output + result.errors).replacing("\r\n", with: "\n")
        #expect(result.status == Int32(block.value("exit") ?? "0"), "\(place): \(result.status)\n\(last)")
      case "text" where block.words == ["output"]: #expect(last.contains(block.text), "\(place): \(last)")
      case "sql" where block.words.isEmpty: #expect(try !folder.query(block.text).isEmpty, "\(place)")
      default: try folder.write(block)
      }
    }
    for plan in try folder.plans() { #expect(plan.status == 0, "\(document.path): \(plan.output)\(plan.errors)") }
    for path in document.paths where !document.exists(path) {
      #expect(folder.exists(path), "\(document.path): \(path)")
    }
  }

  /// What is only looked at: programs have these commands and options, scripts and suites are there.
  @Test(.enabled(if: Tool.python != nil, "SKIPPED: python3 is not installed"))
  func commandsThatAreNotRunExist() throws {
    let blocks = Document.all.flatMap { document in
      document.blocks.filter { $0.words == ["check"] }.map { (document.path, $0) }
    }
    #expect(blocks.count > 15)
    for (path, block) in blocks {
      for command in block.text.split(separator: "\n").flatMap({ $0.components(separatedBy: "&&") }) {
        let words = command.split(separator: " ").map(String.init).drop { $0.contains("=") && !$0.hasPrefix("-") }
        #expect(try DocumentCommand(Array(words)).problem == nil, "\(path):\(block.line): \(command)")
      }
    }
  }

  @Test(arguments: Document.all)
  func linksLeadSomewhere(_ document: Document) {
    for link in document.links {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let target = parts[0].isEmpty ? document.path : Document.resolve(parts[0], in: document.folder)
      #expect(FileManager.default.fileExists(atPath: Repository.file(target)), "\(document.path): \(link)")
      if parts.count == 2 { #expect(Document(target).anchors.contains(parts[1]), "\(document.path): \(link)") }
    }
  }

  /// Where nothing is run, what is named lies in the repository.
  @Test(arguments: Document.all)
  func pathsExist(_ document: Document) {
    guard !document.isFollowed else { return }
    for path in document.paths { #expect(document.exists(path), "\(document.path): \(path)") }
  }

  /// For everybody, so it stays short; and it leads to the documents of each reader.
  @Test func theReadmeIsShort() throws {
    let readme = try #require(Document.all.first { $0.path == "README.md" })
    #expect(try Repository.text(readme.path).utf8.count <= 6000)
    let readers = ["Pipelines/README.md", "Reports/README.md", "Sources/talentflow/OPERATIONS.md", "Sources/README.md"]
    #expect(Set(readers).isSubset(of: readme.links))
  }

  /// The two commands are those of continuous integration.
  @Test func theTwoCommandsAreThoseOfContinuousIntegration() throws {
    let ci = try Repository.text(".ci/run")
    let lines = try #require(Document.all.first { $0.path == "README.md" }).blocks
      .flatMap { $0.text.split(separator: "\n") }.filter { $0.hasPrefix("apt-get") }
    #expect(lines.count == 2)
    for part in lines.flatMap({ $0.components(separatedBy: "&&") }) {
      #expect(ci.contains(part.trimmingCharacters(in: .whitespaces)), "\(part)")
    }
  }

  /// The glossary names types that there are.
  @Test func typesOfTheGlossaryExist() throws {
    let text = try Repository.text("Sources/README.md")
    let glossary = try #require(text.range(of: "\n| 中文 |")).upperBound
    let types = Set(text[glossary...].matches(of: /`([A-Z][A-Za-z]+)`/).map { String($0.output.1) })
    #expect(types.count >= 40)
    let declared = try Repository.files("Sources", suffix: ".swift").reduce(into: Set<String>()) { all, file in
      guard !file.hasPrefix("Sources/talentflow-") else { return }
      let found = try Repository.text(file).matches(of: /\b(?:struct|enum|class|actor|protocol) ([A-Z][A-Za-z0-9]+)/)
      all.formUnion(found.map { String($0.output.1) })
    }
    #expect(types.subtracting(declared).isEmpty)
  }
}

extension Program {
  /// Another program of the package.
  static func beside(_ name: String) -> Program {
    Program(path: talentflow.path.deletingLastPathComponent().appendingPathComponent(name).path)
  }
}
