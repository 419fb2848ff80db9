import Foundation
import Testing

/// Every command and every path that the README names is true.
@Suite struct ReadmeTests {
  @Test func commandsExistWithTheirOptions() throws {
    let commands = try ReadmeTests.codeLines().flatMap { $0.split(separator: "&&") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .compactMap { line -> [Substring]? in
        let words = line.split(separator: "#")[0].split(separator: " ")
        guard
          let start = words.firstIndex(where: { ["talentflow", "talentflow-sample", "talentflow-bench"].contains($0) })
        else { return nil }
        return Array(words[start...])
      }
    #expect(commands.count > 8)
    for words in commands {
      let program = words[0] == "talentflow" ? Program.talentflow : Program.beside(String(words[0]))
      let isCommand = words.count > 1 && !words[1].hasPrefix("-") && words[0] != "talentflow-sample"
      let subcommand = isCommand ? [String(words[1])] : []
      let help = try program.run(subcommand + ["--help"])
      #expect(help.status == 0, "\(words)")
      for option in words where option.hasPrefix("--") && option != "--help" {
        #expect(help.output.contains(option), "\(words): \(option)")
      }
    }
  }

  @Test(.enabled(if: Tool.python != nil, "SKIPPED: python3 is not installed"))
  func scriptsExistWithTheirOptions() throws {
    let lines = try ReadmeTests.codeLines().filter { $0.hasPrefix("python3 ") }
    #expect(lines.count >= 4)
    for words in lines.map({ $0.split(separator: " ").map(String.init) }) {
      let help = try #require(Tool.python).run(
        [Repository.file(words[1]), "--help"], environment: ["PYTHONDONTWRITEBYTECODE": "1"])
      #expect(help.status == 0, "\(words)")
      for option in words where option.hasPrefix("--") { #expect(help.output.contains(option), "\(words): \(option)") }
    }
  }

  @Test func pathsExist() throws {
    let text = try Repository.text("README.md")
    let paths = text.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      .flatMap { $0.split(whereSeparator: { " \n,".contains($0) }).map(String.init) }
      .filter { path in
        ["Sources/", "Tests/", "Pipelines/", "SampleData/", "Reports/", ".ci/"].contains { path.hasPrefix($0) }
      }
    #expect(Set(paths).count > 15)
    for path in Set(paths) where !path.contains("*") && !path.contains("<") && !ReadmeTests.examples.contains(path) {
      #expect(FileManager.default.fileExists(atPath: Repository.file(path)), "\(path)")
    }
  }

  @Test func theTwoCommandsAreThoseOfContinuousIntegration() throws {
    let ci = try Repository.text(".ci/run")
    let test = try #require(try ReadmeTests.codeLines().first { $0.contains("swift test") })
    for part in test.components(separatedBy: "&&") {
      #expect(ci.contains(part.trimmingCharacters(in: .whitespaces)), "\(part)")
    }
  }

  /// The short source file takes an export as it stands, and still does with all that may be added.
  @Test func theSourceFilesThatItShowsWork() throws {
    let blocks = try Repository.text("README.md").components(separatedBy: "```yaml\n").dropFirst()
      .map { String($0.prefix(upTo: $0.range(of: "```")!.lowerBound)) }
    let short = try #require(blocks.first { $0.hasPrefix("source: my-site") })
    let more = try #require(blocks.first { $0.hasPrefix("home_region:") })
    for text in [short, short + more] {
      let pipeline = try TestPipeline(inputs: [("codes/my-site.yaml", "in/*.csv")], period: "2026Q3")
      try pipeline.scratch.write(text, "codes/my-site.yaml")
      let lists = Repository.file("Pipelines/codelists")
      try FileManager.default.copyItem(atPath: lists, toPath: pipeline.scratch.file("lists"))
      try pipeline.scratch.write("code,name\n1,会计学\n", "lists/majors.csv")
      try pipeline.scratch.write(
        "招聘职位,要多少人,单位名称,工作地点,发布日期\n会计,3,防城港甲公司,防城港市港口区,2026-08-03\n", "in/a.csv")
      try pipeline.scratch.write(pipeline.yaml.replacing(lists, with: "lists"), "pipeline.yaml")
      let result = try Program.talentflow.run(["run", pipeline.path])
      #expect(result.output.contains("共 1 行: 接收 1"), "\(result.output)\(result.errors)")
    }
  }

  /// Files that the reader is told to make.
  private static let examples: Set<String> = [
    "Pipelines/sources/my-site.yaml", "Pipelines/my-bulletin.yaml", "Reports/bulletin/superseded",
    "Reports/bulletin/2026H1",
  ]

  private static func codeLines() throws -> [String] {
    var isCode = false
    return try Repository.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).compactMap {
      line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return nil
      }
      return isCode ? String(line) : nil
    }
  }
}

extension Program {
  /// Another program of the package.
  static func beside(_ name: String) -> Program {
    Program(path: talentflow.path.deletingLastPathComponent().appendingPathComponent(name).path)
  }
}
