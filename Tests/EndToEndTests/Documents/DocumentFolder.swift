import Foundation
import TestSupport

/// A folder in which a reader follows a document: a copy of `Pipelines` with a small sample that has been taken already.
final class DocumentFolder {
  private let scratch: TestFolder
  /// Where the next command is run; commands may change it.
  private(set) var place: String
  /// True once files have been written that no command has read yet.
  private var isChanged = false

  /// Loaded once for all documents.
  private static let shared = Result { try loaded() }
  /// When every reader reads.
  private static let day = "2026-11-30"

  init() throws {
    scratch = try TestFolder()
    place = scratch.file("project")
    try FileManager.default.copyItem(atPath: DocumentFolder.shared.get().scratch.path, toPath: place)
  }

  /// Forecasts, the edition for the bureau, three counties, the oldest year and the protection of T17 are left out: they
  /// take longer than all else, and have tests of their own. The archives are those of the sample, since documents print
  /// what is counted of them.
  private static func loaded() throws -> BureauCopy {
    let copy = try BureauCopy("Pipelines")
    let sample = try Program.beside("talentflow-sample")
      .run(["--scale", "0.01", "--seed", "1", "--into", copy.scratch.file("SampleData")])
    guard sample.status == 0 else { throw PublishedMarket.Refused(message: sample.errors) }
    for name in copy.scratch.files("SampleData") where name.contains("2023Q") {
      try FileManager.default.removeItem(atPath: copy.scratch.file("SampleData/\(name)"))
    }
    try FileManager.default.removeItem(atPath: copy.scratch.file("SampleData/archives"))
    try FileManager.default.copyItem(
      atPath: Repository.file("SampleData/archives"), toPath: copy.scratch.file("SampleData/archives"))
    for name in ["T17", "T17-education", "T17-title", "T17-regions"] {
      try copy.replace("audience: public\n", "", in: "Pipelines/tables/\(name).yaml")
    }
    let pipeline = "Pipelines/quarterly-bulletin.yaml"
    let left = ["forecast: true", "internal: ", "- {code: \"450603\"", "- {code: \"450621\"", "- {code: \"450681\""]
    let lines = try copy.scratch.text(pipeline).split(separator: "\n", omittingEmptySubsequences: false)
    try copy.scratch.write(
      lines.filter { line in !left.contains { line.hasPrefix($0) } }.joined(separator: "\n"), pipeline)
    let run = try Program.talentflow.run(["run", pipeline], environment: environment, in: copy.scratch.path)
    guard run.status == 0 else { throw PublishedMarket.Refused(message: run.errors) }
    return copy
  }

  /// A key of its own, the program on the path, and a mailer that says nothing.
  private static var environment: [String: String] {
    let programs = Program.talentflow.path.deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return ["TALENTFLOW_KEY": "", "TALENTFLOW_TODAY": day, "PATH": "\(programs):\(path)", "SENDMAIL": "/bin/true"]
  }

  /// Writes a block where its fence says, if it does.
  func write(_ block: Document.Block) throws {
    isChanged = isChanged || !block.words.isEmpty
    if let file = block.value("save") {
      try save(block.text, file)
    } else if let file = block.value("append") {
      try save(text(file) + block.text, file)
    } else if let file = block.value("set") {
      try save(DocumentFolder.without(DocumentFolder.keys(block.text), try text(file)) + block.text, file)
    } else if let target = block.value("add")?.split(separator: ":"), target.count == 2 {
      let file = String(target[0])
      try save(DocumentFolder.adding(block.text, to: String(target[1]), try text(file)), file)
    }
  }

  /// Runs a block as a shell does; absolute paths lie in the folder, too.
  func run(_ block: Document.Block) throws -> Program.Result {
    isChanged = false
    var script = block.text
    for match in block.text.matches(of: /(?<before>[ =])(?<path>\/[a-z][^ \n]*)/).reversed() {
      let path = scratch.file("outside\(match.output.path)")
      if !path.contains("*") {
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      }
      script.replaceSubrange(match.range, with: "\(match.output.before)\(path)")
    }
    let end = "pwd > '\(scratch.file("place"))'\n"
    let result = try Program(path: "/bin/sh").run(
      ["-e", "-c", script + end], environment: DocumentFolder.environment, in: place)
    if result.status == 0 { place = try scratch.text("place").trimmingCharacters(in: .whitespacesAndNewlines) }
    return result
  }

  func query(_ sql: String) throws -> [String] { try Warehouse.query("\(place)/.talentflow/warehouse.sqlite", sql) }

  /// What the program says of the pipeline files where something was written since the last command.
  func plans() throws -> [Program.Result] {
    guard isChanged else { return [] }
    isChanged = false
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(place)/Pipelines").filter {
      $0.hasSuffix(".yaml")
    }
    return try names.sorted().map {
      try Program.talentflow.run(["plan", "Pipelines/\($0)"], environment: DocumentFolder.environment, in: place)
    }
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(place)/\(path)") }

  private func text(_ file: String) throws -> String { try String(contentsOfFile: "\(place)/\(file)", encoding: .utf8) }

  private func save(_ text: String, _ file: String) throws {
    let path = "\(place)/\(file)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// The keys at the top level of a YAML text.
  private static func keys(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "\n").filter { !" -#".contains($0.prefix(1)) }
        .compactMap { $0.split(separator: ":").first })
  }

  /// A YAML text without these keys and what belongs to them.
  private static func without(_ keys: Set<Substring>, _ text: String) -> String {
    var isLeftOut = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if !" -".contains(line.prefix(1)) {
        isLeftOut = line.split(separator: ":").first.map(keys.contains) ?? false
      }
      return !isLeftOut
    }
    return lines.joined(separator: "\n")
  }

  /// A YAML text with more items at the end of a list, indented as the list is.
  private static func adding(_ items: String, to key: String, _ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.trimmingCharacters(in: .whitespaces).hasPrefix("\(key):") }) else {
      return text
    }
    let indent = String(lines[start].prefix { $0 == " " })
    let rest = lines[(start + 1)...]
    let end = rest.firstIndex { !$0.hasPrefix("\(indent)- ") && !$0.hasPrefix("\(indent)  ") } ?? lines.endIndex
    lines.insert(contentsOf: items.split(separator: "\n").map { indent + $0 }, at: end)
    return lines.joined(separator: "\n")
  }
}
